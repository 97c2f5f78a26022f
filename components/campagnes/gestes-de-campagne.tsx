'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useActionSimple } from '@/components/comptes/use-action-simple'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { Encart } from '@/components/ui/encart'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { SuiviTache } from '@/components/ui/suivi-tache'
import { ZoneTexte } from '@/components/ui/zone-texte'
import { type CampagneDite, REGLE_DES_RELANCES } from '@/lib/presentation/campagne/tableau'
import { compter } from '@/lib/presentation/typographie'
import type { Reponse } from '@/lib/serveur/action'

type Demandee = Promise<Reponse<{ tacheId: string }>>
type Format = 'pdf' | 'docx'
export type ActionsCampagne = {
  reprendre: (s: { campagneId: string }) => Demandee
  partager: (s: { campagneId: string; message: string }) => Demandee
  archiver: (s: { campagneId: string; format: Format }) => Demandee
  relancer: (s: { campagneId: string }) => Promise<Reponse<{ relances: number; sansDestinataire: number }>>
  arreter: (s: {
    campagneId: string
    conventionId: string
    version: number
    motif: string
  }) => Promise<Reponse<unknown>>
}
type Proprietes = {
  campagne: CampagneDite
  tacheId: string | null
  archives: Partial<Record<Format, string>>
  actions: ActionsCampagne
}

const NOMS: Record<Format, string> = { pdf: 'PDF', docx: 'Word' }

/** Ce qui se fait pour tous à la fois : reprendre, envoyer, relancer, télécharger. */
export function GestesDeCampagne({ campagne: c, tacheId, archives, actions }: Proprietes) {
  const routeur = useRouter()
  const { lancer, attente, refus } = useActionSimple()
  const [tache, definirTache] = useState(tacheId)
  const [fait, definirFait] = useState('Avenants de la campagne à jour')
  const [enCours, definirEnCours] = useState(tacheId !== null)
  const [zips, definirZips] = useState(archives)
  const [dit, definirDit] = useState<string | null>(null)
  const campagneId = c.id
  const suivre = (mots: string) => (d: { tacheId: string }) => {
    definirFait(mots)
    definirTache(d.tacheId)
    definirEnCours(true)
  }
  const reprendre = () => lancer(() => actions.reprendre({ campagneId }), suivre('Avenants préparés'))
  return (
    <div className="mb-8 flex flex-col gap-4">
      {refus && (
        <Encart ton="manque" annonce="alert" titre={refus.titre}>
          <p>{refus.conseil}</p>
        </Encart>
      )}
      {tache && (
        <SuiviTache
          key={tache}
          tacheId={tache}
          libelle="Avenants de la campagne"
          fait={fait}
          pendant={() => routeur.refresh()}
          apres={() => {
            definirEnCours(false)
            routeur.refresh()
          }}
          recommencer={reprendre}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {c.aPartager > 0 && (
          <Partager campagne={c} partager={actions.partager} onDemande={suivre('Avenants envoyés')} />
        )}
        {!enCours && c.aReprendre > 0 && (
          <Bouton
            variante={c.aPartager > 0 ? 'secondaire' : 'principal'}
            attente={attente}
            onPress={reprendre}
          >
            {`Reprendre ${compter(c.aReprendre, 'centre')}`}
          </Bouton>
        )}
        {!enCours && c.aRelancer > 0 && (
          <Bouton
            variante="secondaire"
            attente={attente}
            onPress={() =>
              lancer(
                () => actions.relancer({ campagneId }),
                ({ relances, sansDestinataire }) => {
                  definirDit(
                    `${compter(relances, 'centre relancé', 'centres relancés')} par courriel.${sansDestinataire ? ` ${compter(sansDestinataire, 'centre n’a', 'centres n’ont')} aucun compte ouvert.` : ''}`,
                  )
                  routeur.refresh()
                },
              )
            }
          >
            {`Relancer ${compter(c.aRelancer, 'centre')} sans réponse`}
          </Bouton>
        )}
        {!enCours &&
          c.documents > 0 &&
          (['pdf', 'docx'] as const).map(
            (format) =>
              !zips[format] && (
                <Bouton
                  key={format}
                  variante="secondaire"
                  attente={attente}
                  onPress={() =>
                    lancer(
                      () => actions.archiver({ campagneId, format }),
                      ({ tacheId: id }) => definirZips((z) => ({ ...z, [format]: id })),
                    )
                  }
                >
                  {`Préparer les ${NOMS[format]}`}
                </Bouton>
              ),
          )}
      </div>
      {!enCours && c.aRelancer > 0 && <p className="text-sm text-encre-2">{REGLE_DES_RELANCES}</p>}
      {dit && (
        <Encart ton="tenu" annonce="status">
          {dit}
        </Encart>
      )}
      {(['pdf', 'docx'] as const).map(
        (format) =>
          zips[format] && (
            <SuiviTache
              key={zips[format]}
              tacheId={zips[format]}
              libelle={`Archive des ${NOMS[format]}`}
              fait={`Archive des ${NOMS[format]} prête`}
              telecharger="Télécharger l’archive"
              recommencer={() =>
                lancer(
                  () => actions.archiver({ campagneId, format }),
                  ({ tacheId: id }) => definirZips((z) => ({ ...z, [format]: id })),
                )
              }
            />
          ),
      )}
    </div>
  )
}

function Partager({
  campagne: c,
  partager,
  onDemande,
}: {
  campagne: CampagneDite
  partager: ActionsCampagne['partager']
  onDemande: (d: { tacheId: string }) => void
}) {
  return (
    <Dialogue
      titre="Envoyer aux centres"
      decision
      declencheur={<Bouton>{`Envoyer à ${compter(c.aPartager, 'centre')}`}</Bouton>}
    >
      {(fermer) => <Envoi {...{ c, partager, fermer, onDemande }} />}
    </Dialogue>
  )
}

function Envoi({
  c,
  partager,
  fermer,
  onDemande,
}: {
  c: CampagneDite
  partager: ActionsCampagne['partager']
  fermer: () => void
  onDemande: (d: { tacheId: string }) => void
}) {
  const liaison = useActionFormulaire<{ campagneId: string; message: string }, { tacheId: string }>(
    partager,
    {
      valeurs: { campagneId: c.id, message: '' },
      apres: (d) => {
        onDemande(d)
        fermer()
      },
    },
  )
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-4">
      <p>
        {`Chaque centre reçoit la première version de son avenant, et un courriel. Ceux qui restent à finir à la main ne partent pas.`}
      </p>
      <ZoneTexte
        libelle="Mot à joindre"
        aide="Le même pour tous. Il accompagne le courriel et reste avec la version."
        maxLength={2000}
        {...liaison.champ('message')}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={liaison.attente}>
          {`Envoyer à ${compter(c.aPartager, 'centre')}`}
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
