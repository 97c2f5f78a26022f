'use client'

import Link from 'next/link'
import { useState, useTransition } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Encart } from '@/components/ui/encart'
import { BlocHtml } from '@/lib/documents/html'
import type { ArticleRevenu } from '@/lib/presentation/conventions/retours'
import { messageErreur } from '@/lib/presentation/erreurs'
import type { Reponse } from '@/lib/serveur/action'
import '@/lib/documents/html/document.css'
import '../feuille.css'
import './comparaison.css'

type Proposer = (s: { retourId: string; identite: string }) => Promise<Reponse<{ remarqueId: string }>>
type Proprietes = {
  retourId: string
  articles: readonly ArticleRevenu[]
  peutProposer: boolean
  proposer: Proposer
  /** Page où se lisent les contre-propositions. */
  relecture: string
}

/** Ce qui diffère de la version envoyée, article par article ; rien n'est repris sans un choix. */
export function ArticlesRevenus({ articles, ...reste }: Proprietes) {
  return (
    <div className="feuille feuille-comparee feuille-fondue">
      {articles.map((a) => (
        <section
          key={a.ancre}
          id={a.ancre}
          tabIndex={-1}
          aria-label={`${a.nom}, ${a.sort}`}
          data-changement
          className="unite-comparee scroll-mt-32 border-l-3 border-accent py-4 pl-4 sm:pl-6"
        >
          <p className="flex flex-wrap gap-x-3 text-sm text-encre-2">
            {!a.titree && <span className="font-medium text-encre">{a.nom}</span>}
            <span>{a.sort.charAt(0).toUpperCase() + a.sort.slice(1)}</span>
          </p>
          <div className="doc" lang="fr-FR">
            {a.blocs.map((b, i) => (
              <BlocHtml key={i} bloc={b} decalageTitres={2} />
            ))}
          </div>
          <Choix article={a} {...reste} />
        </section>
      ))}
    </div>
  )
}

function Choix({
  article: a,
  retourId,
  peutProposer,
  proposer,
  relecture,
}: Omit<Proprietes, 'articles'> & { article: ArticleRevenu }) {
  const [enCours, lancer] = useTransition()
  const [fait, definirFait] = useState(false)
  const [erreur, definirErreur] = useState<string | null>(null)
  if (!peutProposer) return null
  if (fait)
    return (
      <p role="status" className="mt-3 text-[0.9375rem]">
        Contre-proposition écrite.{' '}
        <Link className="lien" href={relecture}>
          La voir dans la relecture
        </Link>
      </p>
    )
  const { identite } = a
  if (!a.reprenable || identite === null) return <p className="mt-3 text-sm text-encre-2">{a.empeche}</p>
  return (
    <div className="sans-impression mt-3 space-y-2">
      <Bouton
        variante="secondaire"
        taille="petit"
        attente={enCours}
        aria-label={`En faire une contre-proposition : ${a.nom}`}
        onPress={() =>
          lancer(async () => {
            definirErreur(null)
            const reponse = await proposer({ retourId, identite }).catch(() => null)
            if (reponse?.ok) return definirFait(true)
            const { titre, conseil } = messageErreur(reponse?.erreur ?? { code: 'INDISPONIBLE', details: {} })
            definirErreur(`${titre}. ${conseil}`)
          })
        }
      >
        En faire une contre-proposition
      </Bouton>
      {erreur && (
        <Encart ton="manque" annonce="alert">
          {erreur}
        </Encart>
      )}
    </div>
  )
}
