import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FormulaireConnexion } from '@/components/comptes/formulaire-connexion'
import { MOT_DE_PASSE_DEMONSTRATION } from '@/lib/domaine/compte/demonstration'
import { listerComptesDemonstration } from '@/lib/lectures/compte/acces'
import { compteDemonstration } from '@/lib/presentation/comptes'
import { estDemonstration } from '@/lib/serveur/environnement'
import { lireSession } from '@/lib/serveur/session'
import { suiteInterne } from '@/lib/serveur/suite'
import { seConnecter } from './actions'

export const metadata: Metadata = { title: 'Connexion' }

type Proprietes = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PageConnexion({ searchParams }: Proprietes) {
  const parametres = await searchParams
  const suite = suiteInterne(parametres.suite)
  if (await lireSession()) redirect(suite)
  const demonstration = estDemonstration()
    ? {
        motDePasse: MOT_DE_PASSE_DEMONSTRATION,
        comptes: (await listerComptesDemonstration()).map(compteDemonstration),
      }
    : null
  return <FormulaireConnexion action={seConnecter} suite={suite} demonstration={demonstration} />
}
