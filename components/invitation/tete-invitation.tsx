import { Encart } from '@/components/ui/encart'
import { EntetePage } from '@/components/ui/entete-page'
import { LienBouton } from '@/components/ui/lien-bouton'
import type { ConventionLue } from '@/lib/lectures/convention/lire-convention'
import type { InvitationOuverte, VersionOuverte } from '@/lib/lectures/invitation/ouvrir-invitation'
import { etatDit } from '@/lib/presentation/conventions/etats'
import { villeDe } from '@/lib/presentation/conventions/lecture'
import { dateEnLettres, jourCivil } from '@/lib/presentation/typographie'

type Proprietes = {
  invitation: InvitationOuverte
  convention: ConventionLue
  lue: VersionOuverte
  maintenant: Date
  /** Le texte se négocie encore : la personne peut y écrire. */
  ecrit: boolean
}

/** Qui invite, à lire quoi, jusqu'à quand ; et, avant le texte, s'il en existe un plus récent. */
export function TeteInvitation({ invitation: i, convention: c, lue, ecrit }: Proprietes) {
  const ville = villeDe(c)
  return (
    <>
      <EntetePage
        surtitre={<span className="tabular-nums">{c.reference}</span>}
        titre={ville ? `${ville} – ${c.titre}` : c.titre}
      >
        <p className="max-w-lecture">
          Bonjour {i.nom}. {i.invitePar} vous invite à lire la version {i.nommee.numero} de ce texte, partagée
          le {dateEnLettres(jourCivil(i.nommee.creeLe))}.{' '}
          {c.etape !== 'EN_RELECTURE' && <>Où il en est aujourd’hui : {etatDit(c).libelle.toLowerCase()}.</>}
        </p>
        <p className="max-w-lecture">
          {ecrit
            ? 'Choisissez un article pour y écrire une remarque ou proposer un autre texte. L’hôpital, le centre et la mairie vous liront sous votre nom.'
            : 'Les remarques sont closes : le texte se lit, il ne se discute plus.'}
        </p>
        <p className="max-w-lecture text-[0.9375rem] text-encre-2">
          Ce lien est à vous seul : il n’ouvre que cette convention, jusqu’au{' '}
          {dateEnLettres(jourCivil(i.expireLe))}. Ne le transmettez pas.
        </p>
      </EntetePage>
      <VersionLue invitation={i} lue={lue} />
    </>
  )
}

function VersionLue({ invitation: { nommee, derniere }, lue }: Pick<Proprietes, 'invitation' | 'lue'>) {
  if (derniere.numero === nommee.numero) return null
  const recente = lue.numero === derniere.numero
  return (
    <Encart
      className="mb-6"
      ton="vigilance"
      titre={
        recente
          ? `Vous lisez la version ${derniere.numero}, plus récente que celle de votre invitation`
          : `Une version plus récente existe : vous lisez la version ${nommee.numero}`
      }
      actions={
        recente ? (
          <LienBouton variante="secondaire" href="?">
            Revenir à la version {nommee.numero}
          </LienBouton>
        ) : (
          <LienBouton variante="secondaire" href={`?version=${derniere.numero}`}>
            Lire la version {derniere.numero}
          </LienBouton>
        )
      }
    >
      <p>
        {recente
          ? `Votre invitation nomme la version ${nommee.numero}.`
          : `La version ${derniere.numero} a été partagée le ${dateEnLettres(jourCivil(derniere.creeLe))}. Le texte ci-dessous ne change pas tant que vous ne la choisissez pas.`}
      </p>
    </Encart>
  )
}
