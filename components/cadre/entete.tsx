import { Menu as IconeMenu } from 'lucide-react'
import Link from 'next/link'
import { LienBouton } from '../ui/lien-bouton'
import type { Theme } from './choix-theme'
import { Depliant } from './depliant'
import { type DroitsNavigation, destinations } from './destinations'
import { LanceurPalette } from './lanceur-palette'
import { Marque } from './marque'
import { type Compte, MenuCompte } from './menu-compte'
import { Navigation, NavigationEnLigne } from './navigation'
import type { Rechercher } from './resultats'

export type ProprietesEntete = {
  /** Personne connectée ; sans elle, l'en-tête propose de se connecter. */
  connexion?: { compte: Compte; droits: DroitsNavigation; deconnecter: () => Promise<void> } | null
  theme?: Theme
  /** Recherche de la palette (Ctrl K) ; sans elle, la palette ne connaît que les pages. */
  rechercher?: Rechercher
}

/** Tête de toutes les pages. Quand la place manque, la navigation se déplie sans script. */
export function Entete({ connexion, theme = 'systeme', rechercher }: ProprietesEntete) {
  const liens = connexion ? destinations(connexion.droits) : []
  return (
    <header className="sans-impression sticky top-0 z-30 border-b border-trait bg-surface">
      <div className="mx-auto flex h-14 max-w-[90rem] items-center gap-2 px-3 sm:px-6">
        {connexion && (
          <Depliant
            className="min-[68rem]:hidden"
            classePanneau="left-0 w-72 max-w-[calc(100vw-1.5rem)]"
            resume={
              <>
                <IconeMenu aria-hidden size={22} />
                <span className="sr-only sm:not-sr-only">Menu</span>
              </>
            }
          >
            <nav aria-label="Navigation principale">
              <Navigation liens={liens} colonne />
            </nav>
          </Depliant>
        )}
        <Link href="/" className="flex min-h-11 items-center gap-2 text-encre no-underline min-[68rem]:mr-4">
          <Marque />
          <span className="font-serif text-lg font-semibold whitespace-nowrap">Trait d’union</span>
        </Link>
        {connexion && (
          <nav aria-label="Navigation principale" className="hidden self-stretch min-[68rem]:block">
            <NavigationEnLigne liens={liens} />
          </nav>
        )}
        <div className="ml-auto flex items-center gap-1">
          {connexion ? (
            <>
              <LanceurPalette pages={liens} rechercher={rechercher} />
              <MenuCompte compte={connexion.compte} theme={theme} deconnecter={connexion.deconnecter} />
            </>
          ) : (
            <LienBouton href="/connexion" variante="secondaire" taille="petit">
              Se connecter
            </LienBouton>
          )}
        </div>
      </div>
    </header>
  )
}
