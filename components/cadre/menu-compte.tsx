import { ChevronDown, CircleUserRound } from 'lucide-react'
import Link from 'next/link'
import { BoutonDeconnexion } from './bouton-deconnexion'
import { ChoixTheme, type Theme } from './choix-theme'
import { Depliant } from './depliant'
import { Raccourcis } from './raccourcis'

export type Compte = { nom: string; fonction?: string | null }

type Proprietes = {
  compte: Compte
  theme: Theme
  /** Action serveur de déconnexion, appelée par un formulaire : elle marche sans script. */
  deconnecter: () => Promise<void>
}

export function MenuCompte({ compte, theme, deconnecter }: Proprietes) {
  return (
    <Depliant
      classePanneau="right-0 w-72 max-w-[calc(100vw-1.5rem)]"
      resume={
        <>
          <CircleUserRound aria-hidden size={22} />
          <span className="sr-only">Compte de {compte.nom}</span>
          <span aria-hidden className="hidden max-w-36 truncate min-[87rem]:block">
            {compte.nom}
          </span>
          <ChevronDown aria-hidden size={16} className="hidden group-open:rotate-180 sm:block" />
        </>
      }
    >
      <p className="px-2 pt-1 font-semibold">{compte.nom}</p>
      {compte.fonction && <p className="px-2 text-sm text-encre-2">{compte.fonction}</p>}
      <ul className="mt-2 border-t border-trait pt-2">
        <li>
          <Link
            href="/compte"
            className="flex min-h-11 items-center rounded px-2 no-underline hover:bg-accent-fond"
          >
            Mon compte
          </Link>
        </li>
        <li>
          <Raccourcis />
        </li>
      </ul>
      <div className="my-2 border-y border-trait px-2 py-3">
        <ChoixTheme initial={theme} />
      </div>
      <form action={deconnecter}>
        <BoutonDeconnexion />
      </form>
    </Depliant>
  )
}
