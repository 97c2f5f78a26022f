'use client'

import { Plus } from 'lucide-react'
import { useAnnonce } from '@/components/ui/annonce'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ChampDate } from '@/components/ui/champ-date'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { Selection } from '@/components/ui/selection'
import type { Promesse, Recurrence } from '@/lib/domaine/engagement/declaration'
import { type Debiteur, THEMES, type Theme } from '@/lib/domaine/engagement/themes'
import type { GesteAjout } from './types'

type Proprietes = { acteId: string; depuis: string; ajouter: GesteAjout }

/** Ajoute à la convention un engagement que son texte ne déclare pas. */
export function AjouterEngagement({ acteId, depuis, ajouter }: Proprietes) {
  return (
    <Dialogue
      titre="Ajouter un engagement"
      declencheur={
        <Bouton variante="secondaire" icone={<Plus aria-hidden size={16} />}>
          Ajouter un engagement
        </Bouton>
      }
    >
      {(fermer) => <Formulaire acteId={acteId} depuis={depuis} ajouter={ajouter} fermer={fermer} />}
    </Dialogue>
  )
}

type Saisie = {
  libelle: string
  motif: string
  theme: Theme
  debiteur: Debiteur
  genre: 'permanent' | 'frequence' | 'taux' | 'delai' | 'livrable'
  nombre: string
  unite: 'heure' | 'jour'
  echeance: string
  recurrence: Recurrence
  depuis: string
}

const GENRES: readonly { valeur: Saisie['genre']; libelle: string }[] = [
  { valeur: 'permanent', libelle: 'Un constat : oui, en partie ou non' },
  { valeur: 'frequence', libelle: 'Un nombre de fois par période' },
  { valeur: 'taux', libelle: 'Une part des cas, au moins' },
  { valeur: 'delai', libelle: 'Un délai, tenu dans 90 % des cas' },
  { valeur: 'livrable', libelle: 'Un document à remettre à une date' },
]
const NOMBRES: Readonly<Record<'frequence' | 'taux' | 'delai', string>> = {
  frequence: 'Nombre de fois par période',
  taux: 'Part des cas, en pour cent',
  delai: 'Délai',
}
const RYTHMES: readonly { valeur: Recurrence; libelle: string }[] = [
  { valeur: 'mois', libelle: 'Chaque mois' },
  { valeur: 'trimestre', libelle: 'Chaque trimestre' },
  { valeur: 'semestre', libelle: 'Chaque semestre' },
  { valeur: 'an', libelle: 'Chaque année' },
]

/** La promesse que disent les champs ; ce qui manque est refusé par le serveur, avec sa phrase. */
function promesseDe(s: Saisie): Promesse {
  const n = Number(s.nombre.replace(',', '.'))
  if (s.genre === 'frequence') return { genre: 'frequence', parametre: null, nombre: n, par: s.recurrence }
  if (s.genre === 'taux') return { genre: 'taux', parametre: null, pourcent: n, sens: 'au-moins' }
  if (s.genre === 'delai')
    return {
      genre: 'delai',
      parametre: null,
      valeur: { nombre: n, unite: s.unite },
      decompte: 'calendaire',
      parametreDecompte: null,
      part: 90,
    }
  if (s.genre === 'livrable')
    return { genre: 'livrable', parametre: null, moisApresEffet: null, echeance: s.echeance || null }
  return { genre: 'permanent' }
}

function Formulaire({ acteId, depuis, ajouter, fermer }: Proprietes & { fermer: () => void }) {
  const annoncer = useAnnonce()
  const f = useActionFormulaire<Saisie>(
    (s) =>
      ajouter({
        acteId,
        libelle: s.libelle,
        motif: s.motif,
        theme: s.theme,
        debiteur: s.debiteur,
        promesse: promesseDe(s),
        recurrence: s.genre === 'livrable' ? null : s.recurrence,
        depuis: s.depuis,
      }),
    {
      valeurs: {
        libelle: '',
        motif: '',
        theme: 'coordination',
        debiteur: 'hopital',
        genre: 'permanent',
        nombre: '',
        unite: 'heure',
        echeance: '',
        recurrence: 'trimestre',
        depuis,
      },
      libelles: { promesse: 'Cible' },
      apres: () => {
        annoncer('L’engagement est ajouté')
        fermer()
      },
    },
  )
  const genre = f.formulaire.watch('genre')
  return (
    <FormulaireAction liaison={f} className="flex flex-col gap-5">
      <p className="text-encre-2">
        Ce que le texte signé promet est déjà là. N’ajoutez que ce que les parties ont convenu autrement, et
        dites où.
      </p>
      <Champ libelle="Engagement" requis aide="Ce qui est dû, verbe en tête." {...f.champ('libelle')} />
      <Champ
        libelle="Motif"
        requis
        aide="D’où il vient : comité, courrier, échange. Ne nommez aucun patient."
        {...f.champ('motif')}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Selection
          libelle="Dû par"
          options={[
            { valeur: 'hopital', libelle: 'L’hôpital' },
            { valeur: 'centre', libelle: 'Le centre' },
            { valeur: 'parties', libelle: 'Chacune des parties' },
          ]}
          {...f.champ('debiteur')}
        />
        <Selection
          libelle="Thème"
          options={Object.entries(THEMES).map(([valeur, libelle]) => ({ valeur, libelle }))}
          {...f.champ('theme')}
        />
      </div>
      <Selection libelle="Comment il se mesure" options={GENRES} {...f.champ('genre')} />
      {(genre === 'frequence' || genre === 'taux' || genre === 'delai') && (
        <div className="grid gap-5 sm:grid-cols-2">
          <Champ libelle={NOMBRES[genre]} requis inputMode="decimal" {...f.champ('nombre')} />
          {genre === 'delai' && (
            <Selection
              libelle="Unité"
              options={[
                { valeur: 'heure', libelle: 'heures' },
                { valeur: 'jour', libelle: 'jours calendaires' },
              ]}
              {...f.champ('unite')}
            />
          )}
        </div>
      )}
      {genre === 'livrable' ? (
        <ChampDate libelle="À remettre le" requis {...f.champ('echeance')} />
      ) : (
        <Selection libelle="Mesuré" options={RYTHMES} {...f.champ('recurrence')} />
      )}
      <ChampDate libelle="Court depuis le" requis {...f.champ('depuis')} />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={f.attente}>
          Ajouter l’engagement
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
