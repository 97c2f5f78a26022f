import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { LienBouton } from '@/components/ui/lien-bouton'
import { listerCampagnes } from '@/lib/lectures/campagne/lister-campagnes'
import { adresseCampagne } from '@/lib/presentation/campagne/adresses'
import { campagneEnLigne } from '@/lib/presentation/campagne/tableau'
import { exigerSession } from '@/lib/serveur/session'

export const metadata: Metadata = { title: 'Campagnes d’avenants' }

export default async function PageCampagnes() {
  const { acteur } = await exigerSession()
  const campagnes = await listerCampagnes(acteur)
  if (!campagnes) notFound()
  return (
    <>
      <EntetePage
        titre="Campagnes d’avenants"
        description="Les mêmes modifications, proposées à plusieurs centres, et leurs réponses."
      />
      {campagnes.length === 0 ? (
        <EtatVide
          titre="Aucune campagne"
          action={
            <LienBouton href="/conventions?etat=EN_VIGUEUR">Choisir une convention en vigueur</LienBouton>
          }
        >
          Une campagne part d’un avenant. Préparez-en un depuis une convention en vigueur, écrivez-y les
          modifications, puis proposez-les à d’autres centres.
        </EtatVide>
      ) : (
        <ol className="border-t border-trait">
          {campagnes.map(campagneEnLigne).map((c) => (
            <li key={c.id} className="relative border-b border-trait bg-surface px-4 py-3.5 hover:bg-fond">
              <Link
                href={adresseCampagne(c.id)}
                className="text-[1.0625rem] font-semibold no-underline after:absolute after:inset-0 hover:text-accent"
              >
                {c.titre}
              </Link>
              <p className="text-[0.9375rem]">{c.resume}</p>
              <p className="text-sm text-encre-2">{c.ouverture}</p>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
