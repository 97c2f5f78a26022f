import type { Metadata } from 'next'
import Link from 'next/link'
import { EntetePage } from '@/components/ui/entete-page'
import { listerUtilisateurs } from '@/lib/lectures/administration/utilisateurs'
import { exigerAdministration } from '@/lib/serveur/administration'

export const metadata: Metadata = { title: 'Administration' }

export default async function PageAdministration() {
  const { acteur } = await exigerAdministration()
  const { comptes } = await listerUtilisateurs(acteur, {}, new Date())
  const attente = comptes['en-attente']
  return (
    <>
      <EntetePage
        titre="Administration"
        description="Qui entre dans l’application, et ce que chacun peut y faire."
      />
      <ul className="max-w-3xl divide-y divide-trait border-y border-trait">
        <li className="py-4">
          <Link href="/administration/utilisateurs" className="lien text-lg font-medium">
            Comptes et habilitations
          </Link>
          <p className="text-encre-2">
            {comptes.ouvert} {comptes.ouvert > 1 ? 'comptes ouverts' : 'compte ouvert'}
            {attente > 0 && `, ${attente} en attente d’un premier accès`}
            {comptes.ferme > 0 && `, ${comptes.ferme} ${comptes.ferme > 1 ? 'fermés' : 'fermé'}`}.
          </p>
        </li>
      </ul>
    </>
  )
}
