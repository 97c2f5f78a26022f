import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Fermeture } from '@/components/referentiel/fermeture'
import { ModifierOrganisation } from '@/components/referentiel/modifier-organisation'
import { Partenariats } from '@/components/referentiel/partenariats'
import { EntetePage } from '@/components/ui/entete-page'
import { Etiquette } from '@/components/ui/etiquette'
import { LienBouton } from '@/components/ui/lien-bouton'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { naturesFilles } from '@/lib/domaine/organisation/rattachements'
import { lireOrganisation, type OrganisationLue } from '@/lib/lectures/administration/fiche-organisation'
import { initiale } from '@/lib/presentation/comptes'
import { dateEnLettres } from '@/lib/presentation/dates'
import {
  adresseCreation,
  CHEMIN_ORGANISATIONS,
  LIBELLES_GESTIONNAIRE,
  TEXTES_NATURE,
} from '@/lib/presentation/organisation/referentiel'
import { LIBELLES_NATURE } from '@/lib/presentation/roles'
import { exigerAdministration } from '@/lib/serveur/administration'
import { delier, fermer, modifier, relier } from '../actions'

export const metadata: Metadata = { title: 'Organisation' }

export default async function PageOrganisation({ params }: { params: Promise<{ code: string }> }) {
  const { acteur } = await exigerAdministration()
  const { code } = await params
  const o = await lireOrganisation(acteur, code)
  if (!o) notFound()
  const partenariats = o.nature === 'CENTRE' || o.nature === 'GROUPE_HOSPITALIER'
  return (
    <>
      <EntetePage
        titre={initiale(o.nom)}
        surtitre={
          o.natureGestionnaire
            ? `${LIBELLES_NATURE[o.nature]}, ${LIBELLES_GESTIONNAIRE[o.natureGestionnaire].toLowerCase()}`
            : LIBELLES_NATURE[o.nature]
        }
        filAriane={[
          { libelle: 'Administration', href: '/administration' },
          { libelle: 'Organisations', href: CHEMIN_ORGANISATIONS },
          { libelle: initiale(o.nom) },
        ]}
      >
        {o.jusqua && (
          <p>
            <Etiquette ton="inconnu">Dernier jour : {dateEnLettres(o.jusqua)}</Etiquette>
          </p>
        )}
      </EntetePage>
      <div className="space-y-12">
        <section aria-labelledby="titre-fiche">
          <h2 id="titre-fiche" className="mb-4 font-serif text-xl font-semibold">
            Fiche
          </h2>
          <ModifierOrganisation organisation={o} action={modifier} />
        </section>
        <Dependances organisation={o} />
        {partenariats && <Partenariats organisation={o} relier={relier} delier={delier} />}
        <Appellations organisation={o} />
        <Fermeture organisation={o} aujourdHui={aujourdHuiAParis(new Date())} action={fermer} />
      </div>
    </>
  )
}

function Dependances({ organisation: o }: { organisation: OrganisationLue }) {
  const natures = naturesFilles(o.nature)
  if (natures.length === 0) return null
  return (
    <section aria-labelledby="titre-dependances" className="max-w-2xl">
      <h2 id="titre-dependances" className="mb-3 font-serif text-xl font-semibold">
        Ce qui en dépend
      </h2>
      {o.enfants.length === 0 ? (
        <p className="text-inconnu italic">Rien pour l’instant.</p>
      ) : (
        <ul className="divide-y divide-trait border-y border-trait">
          {o.enfants.map((e) => (
            <li key={e.code} className="py-2">
              <Link href={`${CHEMIN_ORGANISATIONS}/${e.code}`} className="lien">
                {initiale(e.nom)}
              </Link>
              <span className="text-sm text-encre-2">
                {' '}
                {LIBELLES_NATURE[e.nature]}
                {e.jusqua && ', fermé'}
              </span>
            </li>
          ))}
        </ul>
      )}
      {!o.jusqua && (
        <p className="mt-4 flex flex-wrap gap-2">
          {natures.map((n) => (
            <LienBouton key={n} href={adresseCreation(n, o.code)} variante="secondaire" taille="petit">
              Ajouter {TEXTES_NATURE[n].un}
            </LienBouton>
          ))}
        </p>
      )}
    </section>
  )
}

function Appellations({ organisation: o }: { organisation: OrganisationLue }) {
  if (o.appellations.length === 0) return null
  return (
    <section aria-labelledby="titre-appellations" className="max-w-2xl">
      <h2 id="titre-appellations" className="mb-3 font-serif text-xl font-semibold">
        Noms successifs
      </h2>
      <ul className="divide-y divide-trait border-y border-trait">
        {o.appellations.map((a) => (
          <li key={a.depuis} className="py-2">
            {a.nom}, depuis le {dateEnLettres(a.depuis)}
            <span className="text-encre-2"> (références en {a.codeReference})</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
