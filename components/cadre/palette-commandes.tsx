'use client'

import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Collection } from 'react-aria-components/Collection'
import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Input, SearchField } from 'react-aria-components/SearchField'
import { plier } from '@/lib/domaine/texte/plier'
import { Dialogue } from '../ui/dialogue'
import { classesSaisie } from '../ui/enrobage-champ'
import type { Destination } from './destinations'
import type { Rechercher, Resultat } from './resultats'

type Proprietes = {
  ouverte: boolean
  onOuverte: (ouverte: boolean) => void
  pages: readonly Destination[]
  rechercher?: Rechercher
}

/** Aller à un centre, une convention, un article ou une page par son nom. */
export function PaletteCommandes({ ouverte, onOuverte, pages, rechercher }: Proprietes) {
  return (
    <Dialogue titre="Aller à…" ouvert={ouverte} onOuvert={onOuverte} largeur="large" enHaut>
      {(fermer) => <Recherche pages={pages} rechercher={rechercher} fermer={fermer} />}
    </Dialogue>
  )
}

type Reponse = { question: string; resultats: readonly Resultat[]; panne: boolean }

function Recherche({
  pages,
  rechercher,
  fermer,
}: Omit<Proprietes, 'ouverte' | 'onOuverte'> & { fermer: () => void }) {
  const routeur = useRouter()
  const [saisie, definir] = useState('')
  const [reponse, definirReponse] = useState<Reponse>({ question: '', resultats: [], panne: false })
  const question = saisie.trim()

  useEffect(() => {
    if (!rechercher || question.length < 2) return
    let perimee = false
    const delai = setTimeout(async () => {
      const suite = await rechercher(question).then(
        (resultats) => ({ question, resultats, panne: false }),
        () => ({ question, resultats: [], panne: true }),
      )
      if (!perimee) definirReponse(suite)
    }, 180)
    return () => {
      perimee = true
      clearTimeout(delai)
    }
  }, [question, rechercher])

  const attendue = Boolean(rechercher) && question.length >= 2
  const enCours = attendue && reponse.question !== question
  const pagesTrouvees: Resultat[] = pages
    .filter((p) => plier(p.libelle).includes(plier(question)))
    .map((p) => ({ cle: p.href, groupe: 'Pages', libelle: p.libelle, href: p.href }))
  const resultats = [...(attendue ? reponse.resultats : []), ...pagesTrouvees]
  const groupes = [...new Set(resultats.map((r) => r.groupe))].map((nom) => ({
    nom,
    entrees: resultats.filter((r) => r.groupe === nom),
  }))

  return (
    <Autocomplete inputValue={saisie} onInputChange={definir}>
      <SearchField aria-label="Nom d’un centre, d’une convention, d’un article ou d’une page" autoFocus>
        <span className="relative flex items-center">
          <Search aria-hidden size={20} className="pointer-events-none absolute left-3 text-encre-2" />
          <Input
            placeholder="Un centre, une convention, un article…"
            className={classesSaisie(null, 'pl-11 [&::-webkit-search-cancel-button]:hidden')}
          />
        </span>
      </SearchField>
      <p role="status" className="min-h-6 pt-1 text-sm text-encre-2">
        {dire(enCours, reponse.panne && attendue, question, resultats.length)}
      </p>
      <Menu aria-label="Résultats" className="max-h-[50dvh] overflow-auto outline-none">
        {groupes.map((groupe) => (
          <MenuSection key={groupe.nom} id={groupe.nom} className="pt-2">
            <Header className="surtitre px-3 py-1">{groupe.nom}</Header>
            <Collection items={groupe.entrees.map((e) => ({ ...e, id: `${groupe.nom} ${e.cle}` }))}>
              {(e) => (
                <MenuItem
                  id={e.id}
                  textValue={e.libelle}
                  onAction={() => {
                    fermer()
                    routeur.push(e.href)
                  }}
                  className="cursor-pointer rounded px-3 py-2 outline-none data-focused:bg-accent-fond data-focused:text-accent"
                >
                  <span className="block">{e.libelle}</span>
                  {e.precision && <span className="block text-sm text-encre-2">{e.precision}</span>}
                </MenuItem>
              )}
            </Collection>
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  )
}

function dire(enCours: boolean, panne: boolean, question: string, combien: number): string {
  if (enCours) return 'Recherche en cours…'
  if (panne) return 'La recherche ne répond pas. Réessayez dans un instant.'
  if (!question) return 'Flèches pour parcourir, Entrée pour ouvrir, Échap pour fermer.'
  if (combien === 0) return 'Rien à ce nom. Essayez la ville, ou la référence de la convention.'
  return combien === 1 ? '1 résultat' : `${combien} résultats`
}
