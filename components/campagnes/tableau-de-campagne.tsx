import Link from 'next/link'
import { EntetePage } from '@/components/ui/entete-page'
import { Etiquette } from '@/components/ui/etiquette'
import { PucesFiltre } from '@/components/ui/puces-filtre'
import { Tableau, Td, Th, Tr } from '@/components/ui/tableau'
import { adresseCampagne } from '@/lib/presentation/campagne/adresses'
import type { Avancee, CampagneDite, LigneDeCampagne } from '@/lib/presentation/campagne/tableau'
import { ArreterCentre } from './arreter-centre'
import { type ActionsCampagne, GestesDeCampagne } from './gestes-de-campagne'

type Proprietes = {
  campagne: CampagneDite
  filtre: Avancee | null
  tacheId: string | null
  archives: Partial<Record<'pdf' | 'docx', string>>
  actions: ActionsCampagne
}

/** Une ligne par centre : où il en est, ce qu'il a répondu, ce qui reste à faire. */
export function TableauDeCampagne({ campagne: c, filtre, tacheId, archives, actions }: Proprietes) {
  const lignes = filtre ? c.lignes.filter((l) => l.avancee === filtre) : c.lignes
  return (
    <>
      <EntetePage
        titre={c.titre}
        filAriane={[{ libelle: 'Campagnes', href: '/campagnes' }, { libelle: c.titre }]}
        description={
          <>
            <p>
              {c.modifications.join(', ')}
              {c.origine && (
                <>
                  . D’après l’avenant{' '}
                  <Link className="lien whitespace-nowrap tabular-nums" href={c.origine.adresse}>
                    {c.origine.reference}
                  </Link>
                </>
              )}
              .
            </p>
            <p className="text-sm">{c.ouverture}</p>
          </>
        }
      />
      <GestesDeCampagne campagne={c} tacheId={tacheId} archives={archives} actions={actions} />
      <div className="mb-4">
        <PucesFiltre
          libelle="Où en sont les centres"
          effacer={adresseCampagne(c.id)}
          puces={c.compteurs.map((x) => ({
            libelle: x.libelle,
            compte: x.nombre,
            actif: x.avancee === filtre,
            href: adresseCampagne(c.id, x.avancee === filtre ? null : x.avancee),
          }))}
        />
      </div>
      {/* Pendant la préparation, la barre d'avancement annonce début et fin : chaque centre n'a pas à être lu à voix haute. */}
      <p role={tacheId ? undefined : 'status'} className="mb-2 text-sm font-medium">
        {filtre ? `${String(lignes.length)} sur ${String(c.lignes.length)}` : c.phrase}
      </p>
      <Tableau titre="Réponses des centres" empilable>
        <thead>
          <tr>
            <Th>Centre</Th>
            <Th>État</Th>
            <Th>Réponse</Th>
            <Th>
              <span className="sr-only">Geste</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {lignes.map((l) => (
            <Ligne key={l.conventionId} ligne={l} campagneId={c.id} actions={actions} />
          ))}
        </tbody>
      </Tableau>
    </>
  )
}

function Ligne({
  ligne: l,
  campagneId,
  actions,
}: {
  ligne: LigneDeCampagne
  campagneId: string
  actions: ActionsCampagne
}) {
  return (
    <Tr>
      <Th scope="row">
        <Link className="font-semibold no-underline hover:text-accent" href={l.adresse}>
          {l.ville}
        </Link>
        <span className="block text-sm font-normal text-encre-2 tabular-nums">{l.reference}</span>
        {l.origine && <span className="block text-sm font-normal text-encre-2">Avenant d’origine</span>}
      </Th>
      <Td libelle="État">
        <div className="flex flex-col items-start gap-1">
          <Etiquette ton={l.etat.ton}>{l.etat.libelle}</Etiquette>
          {l.details.map((d) => (
            <p key={d} className="max-w-md text-pretty">
              {d}
            </p>
          ))}
          {l.avancee === 'main' && (
            <Link className="lien" href={l.adresse}>
              Finir cet avenant
            </Link>
          )}
        </div>
      </Td>
      <Td libelle="Réponse">
        {l.suivi.length > 0 ? (
          <ul>
            {l.suivi.map((s) => (
              <li key={s}>{s}</li>
            ))}
          </ul>
        ) : (
          <span className="text-encre-2">{l.attente}</span>
        )}
      </Td>
      <Td>{l.arretable && <ArreterCentre campagneId={campagneId} ligne={l} arreter={actions.arreter} />}</Td>
    </Tr>
  )
}
