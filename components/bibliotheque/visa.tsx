'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { ChampDate } from '@/components/ui/champ-date'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { Selection } from '@/components/ui/selection'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { VisaListe } from '@/lib/lectures/modele/lister-visas'
import type { Reponse } from '@/lib/serveur/action'

type Saisie = {
  groupeId: string
  code: string | null
  version: number
  texte: string
  valideDu: string | null
  valideAu: string | null
  remplacePar: string | null
  note: string
}
export type EnregistrerVisa = (s: Saisie) => Promise<Reponse<{ code: string }>>
type Proprietes = {
  groupeId: string
  /** `null` : un texte nouveau. */
  visa: VisaListe | null
  autres: readonly { code: string; texte: string }[]
  enregistrer: EnregistrerVisa
}

/** Ajouter un texte de référence, ou le corriger et le dater. */
export const FenetreVisa = (p: Proprietes) => (
  <Dialogue
    titre={p.visa ? 'Corriger un texte de référence' : 'Ajouter un texte de référence'}
    declencheur={
      p.visa ? (
        <Bouton variante="discret" taille="petit" aria-label={`Corriger : ${p.visa.texte}`}>
          Corriger
        </Bouton>
      ) : (
        <Bouton>Ajouter un texte</Bouton>
      )
    }
  >
    {(fermer) => <Formulaire {...p} fermer={fermer} />}
  </Dialogue>
)

function Formulaire({ groupeId, visa, autres, enregistrer, fermer }: Proprietes & { fermer: () => void }) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<Saisie, { code: string }>(
    (s) =>
      enregistrer({
        ...s,
        valideDu: s.valideDu || null,
        valideAu: s.valideAu || null,
        remplacePar: s.remplacePar || null,
      }),
    {
      valeurs: {
        groupeId,
        code: visa?.code ?? null,
        version: visa?.version ?? 0,
        texte: visa?.texte ?? '',
        valideDu: visa?.valideDu ?? '',
        valideAu: visa?.valideAu ?? '',
        remplacePar: visa?.remplacePar ?? '',
        note: visa?.note ?? '',
      },
      apres: () => {
        fermer()
        routeur.refresh()
      },
    },
  )
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-4">
      {visa?.version === 0 && (
        <p className="text-encre-2">
          Ce texte est fourni avec l’application. Votre correction vaut pour votre groupe ; une mise à jour ne
          l’effacera pas.
        </p>
      )}
      <ZoneTexte libelle="Texte" requis rows={2} maxLength={1000} {...liaison.champ('texte')} />
      <div className="grid gap-4 sm:grid-cols-2">
        <ChampDate libelle="Applicable à partir du" {...liaison.champ('valideDu')} />
        <ChampDate libelle="Jusqu’au (inclus)" {...liaison.champ('valideAu')} />
      </div>
      <Selection
        libelle="Remplacé par"
        invite="Aucun texte"
        options={autres
          .filter((a) => a.code !== visa?.code)
          .map((a) => ({ valeur: a.code, libelle: a.texte }))}
        {...liaison.champ('remplacePar')}
      />
      <ZoneTexte
        libelle="Note"
        aide="Ce qui reste à vérifier, ou la portée. Montrée à qui cite ce texte."
        rows={2}
        maxLength={1000}
        {...liaison.champ('note')}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Renoncer
        </Bouton>
        <Bouton type="submit" attente={liaison.attente}>
          Enregistrer
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
