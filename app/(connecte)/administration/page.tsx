import type { Metadata } from 'next'
import Link from 'next/link'
import { EntetePage } from '@/components/ui/entete-page'
import { compterCourriels } from '@/lib/lectures/administration/courriels'
import { lireReferentiel } from '@/lib/lectures/administration/referentiel'
import { listerUtilisateurs } from '@/lib/lectures/administration/utilisateurs'
import { phraseCourriels } from '@/lib/presentation/courriels/etats'
import { exigerAdministration } from '@/lib/serveur/administration'

export const metadata: Metadata = { title: 'Administration' }

export default async function PageAdministration() {
  const { acteur } = await exigerAdministration()
  const { comptes } = await listerUtilisateurs(acteur, {}, new Date())
  const { total, aNommer } = await lireReferentiel(acteur)
  const attente = comptes['en-attente']
  return (
    <>
      <EntetePage
        titre="Administration"
        description="Qui entre dans l’application, ce que chacun peut y faire, et les organisations en présence."
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
        <li className="py-4">
          <Link href="/administration/organisations" className="lien text-lg font-medium">
            Organisations
          </Link>
          <p className="text-encre-2">
            {aNommer
              ? 'Commencez par nommer votre institution, puis créez un groupe hospitalier.'
              : `${total} ${total > 1 ? 'organisations' : 'organisation'} : groupes, sites, services, gestionnaires et centres.`}
          </p>
        </li>
        <li className="py-4">
          <Link href="/administration/courriels" className="lien text-lg font-medium">
            Courriels
          </Link>
          <p className="text-encre-2">{phraseCourriels(await compterCourriels(acteur))}</p>
        </li>
      </ul>
    </>
  )
}
