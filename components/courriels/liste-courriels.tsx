import { Details } from '@/components/ui/details'
import { Encart } from '@/components/ui/encart'
import { Etiquette } from '@/components/ui/etiquette'
import { TempsRelatif } from '@/components/ui/temps-relatif'
import { ETATS_RENVOYABLES } from '@/lib/domaine/courriel/envoi'
import type { CourrielListe } from '@/lib/lectures/administration/courriels'
import { ecrireLettre, type Lettre } from '@/lib/presentation/courriels/composer'
import { ETATS_COURRIEL } from '@/lib/presentation/courriels/etats'
import { compter, dureeRelative } from '@/lib/presentation/typographie'
import { type ActionRenvoyer, Renvoyer } from './renvoyer'

type Contexte = { base: string; envoiRegle: boolean; renvoyer: ActionRenvoyer; maintenant: Date }

/** Une ligne par courriel : à qui, à quel sujet, où il en est ; son texte s'ouvre dessous. */
export function ListeCourriels({
  courriels,
  ...contexte
}: { courriels: readonly CourrielListe[] } & Contexte) {
  return (
    <div>
      {courriels.map((c) => (
        <UnCourriel key={c.id} courriel={c} {...contexte} />
      ))}
    </div>
  )
}

function UnCourriel({
  courriel: c,
  base,
  envoiRegle,
  renvoyer,
  maintenant,
}: { courriel: CourrielListe } & Contexte) {
  const { libelle, ton } = ETATS_COURRIEL[c.etat]
  const lettre = ecrireLettre({ gabarit: c.gabarit, donnees: c.donnees, nom: c.destinataireNom }, base)
  const renvoyable = envoiRegle && ETATS_RENVOYABLES.includes(c.etat)
  return (
    <Details
      titre={
        <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span>{lettre.objet}</span>
          <Etiquette ton={ton}>{libelle}</Etiquette>
          <span className="w-full text-sm font-normal wrap-anywhere text-encre-2">
            {c.destinataireNom ? `${c.destinataireNom}, ${c.destinataire}` : c.destinataire}
            {`, ${dureeRelative(c.creeLe, maintenant)}`}
          </span>
        </span>
      }
    >
      <div className="max-w-lecture space-y-4">
        <p className="text-sm text-encre-2">
          Écrit le <TempsRelatif date={c.creeLe} maintenant={maintenant} />
          {c.essais > 0 && <>, {compter(c.essais, 'essai')} d’envoi</>}
          {c.etat === 'ENVOYE' && c.finiLe && (
            <>
              , parti le <TempsRelatif date={c.finiLe} maintenant={maintenant} />
            </>
          )}
          .
        </p>
        {c.erreur && <Encart ton={c.etat === 'ECHEC' ? 'manque' : 'vigilance'}>{c.erreur}</Encart>}
        <Texte lettre={lettre} />
        {c.masque && (
          <p className="text-sm text-encre-2">
            Le code ou le lien personnel de ce courriel est masqué&nbsp;: il n’est que pour son destinataire.
          </p>
        )}
        {renvoyable && (
          <Renvoyer
            action={renvoyer}
            courriel={{ courrielId: c.id, version: c.version }}
            destinataire={c.destinataire}
            incertain={c.etat === 'INCERTAIN'}
          />
        )}
      </div>
    </Details>
  )
}

/** Le texte du courriel, tel que la personne le lit. */
function Texte({ lettre: { salut, phrases, code, citation, lien } }: { lettre: Lettre }) {
  return (
    <div className="space-y-3 border-l-2 border-trait-fort pl-4 font-serif">
      <p>{salut}</p>
      {phrases.map((phrase) => (
        <p key={phrase}>{phrase}</p>
      ))}
      {code && <p className="font-mono text-2xl tracking-widest">{code}</p>}
      {citation && (
        <div>
          <p className="font-semibold">{citation.intitule}&nbsp;:</p>
          <blockquote className="border-l border-trait pl-3 whitespace-pre-line">{citation.texte}</blockquote>
        </div>
      )}
      {lien && (
        <p>
          {lien.libelle}&nbsp;:{' '}
          <a href={lien.adresse} className="lien wrap-anywhere">
            {lien.adresse}
          </a>
        </p>
      )}
    </div>
  )
}
