'use client'

import { Champ } from '@/components/ui/champ'
import { ChampDate } from '@/components/ui/champ-date'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import { Selection } from '@/components/ui/selection'
import type { TermeDit } from '@/lib/presentation/campagne/nouvelle'
import { moisDeLaRegle, type RegleDeTerme } from '@/lib/presentation/campagne/terme'
import { compter } from '@/lib/presentation/typographie'

type Proprietes = { terme: TermeDit; regle: RegleDeTerme; changer: (r: RegleDeTerme) => void }

/** Comment la durée se reporte chez tous ; la valeur propre d'un centre l'emporte toujours. */
export function TermeCommun({ terme, regle, changer }: Proprietes) {
  const illisible = regle.mode === 'duree' && moisDeLaRegle(regle, terme.moisAuPlus) === null
  return (
    <section aria-labelledby="terme-commun" className="flex flex-col gap-4">
      <h2 id="terme-commun" className="font-serif text-xl font-semibold">
        Nouveau dernier jour
      </h2>
      <GroupeChoix
        libelle="Comment il se calcule"
        libelleMasque
        valeur={regle.mode}
        onChange={(e) => {
          if (e.target.value === 'date') changer({ mode: 'date', date: terme.voulu })
          else if (e.target.value === 'duree')
            changer({ mode: 'duree', nombre: String(terme.moisAuPlus / 12), unite: 'an' })
          else changer({ mode: 'chacun' })
        }}
        choix={[
          {
            valeur: 'chacun',
            libelle: 'Celui de l’avenant d’origine',
            aide: 'Pour les centres qui finissent le même jour. Les autres reçoivent leur propre date, ou se finissent à la main.',
          },
          { valeur: 'date', libelle: 'Le même jour pour tous' },
          {
            valeur: 'duree',
            libelle: 'La même durée de plus pour chacun',
            aide: 'Comptée du lendemain du dernier jour de chaque convention.',
          },
        ]}
      />
      {regle.mode === 'date' && (
        <ChampDate
          libelle="Dernier jour, pour tous"
          value={regle.date}
          onChange={(e) => changer({ mode: 'date', date: e.target.value })}
        />
      )}
      {regle.mode === 'duree' && (
        <div className="flex flex-wrap items-start gap-3">
          <Champ
            libelle="Durée de plus"
            inputMode="numeric"
            className="max-w-40"
            value={regle.nombre}
            erreur={illisible ? `Entre 1 et ${compter(terme.moisAuPlus, 'mois', 'mois')}.` : null}
            onChange={(e) => changer({ ...regle, nombre: e.target.value })}
          />
          <Selection
            libelle="Unité"
            value={regle.unite}
            onChange={(e) => changer({ ...regle, unite: e.target.value === 'an' ? 'an' : 'mois' })}
            options={[
              { valeur: 'an', libelle: 'ans' },
              { valeur: 'mois', libelle: 'mois' },
            ]}
          />
        </div>
      )}
    </section>
  )
}
