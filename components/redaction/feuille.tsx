'use client'

import './feuille.css'
import '@/lib/documents/html/document.css'
import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
} from 'react'
import type { Bloc } from '@/lib/documents/blocs/blocs'
import { BlocHtml } from '@/lib/documents/html'
import { documentDeLaConvention } from '@/lib/presentation/conventions/document'
import type { ConventionLue } from '@/lib/presentation/redaction/types'

type Proprietes = {
  acte: ConventionLue
  maintenant: Date
  choisie: string | null
  /** Vrai quand la feuille est à l'écran : sur un téléphone, elle ne l'est qu'à son tour. */
  montree: boolean
  onUnite: (identite: string) => void
  onParametre: (cle: string, unite: string | null) => void
}

type Groupe = { cle: string; unite: string | null; blocs: Bloc[]; annexe: boolean }

/** Les blocs d'une même unité se suivent : un groupe ne se redessine que si son texte a changé. */
function grouper(
  acte: ConventionLue,
  maintenant: Date,
): { titre: string; surtitre: string; groupes: Groupe[] } {
  const document = documentDeLaConvention(acte, maintenant)
  const groupes: Groupe[] = []
  for (const section of document.sections) {
    for (const bloc of section.blocs) {
      const unite = ('unite' in bloc ? bloc.unite : null) ?? null
      const dernier = groupes.at(-1)
      if (dernier && dernier.unite === unite) dernier.blocs.push(bloc)
      else
        groupes.push({
          cle: `${groupes.length}-${unite ?? ''}`,
          unite,
          blocs: [bloc],
          annexe: unite === section.code,
        })
    }
  }
  return { titre: document.titre, surtitre: document.surtitre, groupes }
}

/** La feuille : les mêmes blocs que le PDF, mise à jour à chaque frappe. Un clic sur une valeur mène à son champ. */
export function Feuille({ acte, maintenant, choisie, montree, onUnite, onParametre }: Proprietes) {
  const differe = useDeferredValue(acte)
  const { titre, surtitre, groupes } = useMemo(() => grouper(differe, maintenant), [differe, maintenant])
  const cadre = useRef<HTMLDivElement>(null)
  const vue = useRef<string | null>(null)

  useEffect(() => {
    if (choisie === null || vue.current === choisie) return
    // Cachée, elle ne défilerait pas : elle rejoindra l'article quand on la montrera.
    if (!cadre.current?.clientHeight) return
    vue.current = choisie
    if (choisie === '') cadre.current?.scrollTo({ top: 0 })
    const cible = cadre.current?.querySelector<HTMLElement>(`[data-groupe="${CSS.escape(choisie)}"]`)
    const zone = cadre.current
    if (!cible || !zone) return
    const ecart = cible.getBoundingClientRect().top - zone.getBoundingClientRect().top
    const hors = ecart < 0 || ecart > zone.clientHeight - 160
    if (hors) zone.scrollTo({ top: zone.scrollTop + ecart - 48 })
  }, [choisie, groupes, montree])

  const ouvrir = (cible: HTMLElement): boolean => {
    const valeur = cible.closest<HTMLElement>('[data-parametre], [data-cle]')
    const unite = cible.closest<HTMLElement>('[data-groupe]')?.dataset.groupe ?? null
    const cle = valeur?.dataset.parametre ?? valeur?.dataset.cle
    if (cle) onParametre(cle, unite)
    else if (unite) onUnite(unite)
    return Boolean(cle ?? unite)
  }
  const auClic = (e: MouseEvent<HTMLDivElement>) => {
    const cible = e.target as HTMLElement
    const renvoi = cible.closest<HTMLAnchorElement>('a[href^="#u-"]')
    if (renvoi) {
      e.preventDefault()
      onUnite(decodeURIComponent(renvoi.hash.slice(3)))
    } else if (!window.getSelection()?.toString()) ouvrir(cible)
  }
  const auClavier = (e: KeyboardEvent<HTMLDivElement>) => {
    if (e.key === 'Enter' && e.target !== e.currentTarget && !(e.target as HTMLElement).closest('a'))
      ouvrir(e.target as HTMLElement)
  }
  return (
    <div
      ref={cadre}
      role="region"
      aria-label="Aperçu du document"
      tabIndex={0}
      onClick={auClic}
      onKeyDown={auClavier}
      className="redaction-feuille-cadre"
    >
      <article className="doc redaction-feuille" lang="fr-FR">
        <header className="doc-tete">
          {surtitre && <p className="doc-surtitre">{surtitre}</p>}
          <p className="redaction-titre">{titre}</p>
        </header>
        {groupes.map((g) => (
          <GroupeDeBlocs
            key={g.cle}
            groupe={g}
            texte={JSON.stringify(g.blocs)}
            choisi={g.unite !== null && g.unite === choisie}
          />
        ))}
      </article>
    </div>
  )
}

type ProprietesGroupe = { groupe: Groupe; texte: string; choisi: boolean }

const GroupeDeBlocs = memo(
  function GroupeDeBlocs({ groupe, choisi }: ProprietesGroupe) {
    return (
      <div
        data-groupe={groupe.unite ?? undefined}
        data-choisi={choisi || undefined}
        data-annexe={groupe.annexe || undefined}
      >
        {groupe.blocs.map((bloc, i) => (
          <BlocHtml key={i} bloc={bloc} />
        ))}
      </div>
    )
  },
  (a, b) => a.texte === b.texte && a.choisi === b.choisi,
)
