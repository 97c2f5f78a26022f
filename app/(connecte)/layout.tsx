import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { Cadre } from '@/components/cadre/cadre'
import { fonctionPrincipale } from '@/lib/presentation/comptes'
import { droitsNavigation } from '@/lib/presentation/navigation'
import { estDemonstration } from '@/lib/serveur/environnement'
import { exigerSession } from '@/lib/serveur/session'
import { meDeconnecter } from './compte/actions'
import { rechercher } from './rechercher'

/**
 * Le cadre des pages connectées. Chaque page exige elle-même sa session : Next ne rejoue pas ce gabarit quand on
 * passe d'une page à l'autre.
 */
export default async function GabaritConnecte({ children }: { children: ReactNode }) {
  const { acteur, motDePasseAChanger } = await exigerSession({ avantChangement: true })
  const theme = (await cookies()).get('theme')?.value
  return (
    <Cadre
      connexion={{
        compte: { nom: acteur.nom, fonction: fonctionPrincipale(acteur) },
        droits: motDePasseAChanger ? {} : droitsNavigation(acteur),
        deconnecter: meDeconnecter,
      }}
      rechercher={rechercher}
      demonstration={estDemonstration()}
      theme={theme === 'sombre' || theme === 'clair' ? theme : 'systeme'}
    >
      {children}
    </Cadre>
  )
}
