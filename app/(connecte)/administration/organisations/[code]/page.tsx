import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Equipements } from '@/components/organisation/equipements'
import { Fermeture } from '@/components/referentiel/fermeture'
import { ModifierOrganisation } from '@/components/referentiel/modifier-organisation'
import { Partenariats } from '@/components/referentiel/partenariats'
import { Encart } from '@/components/ui/encart'
import { EntetePage } from '@/components/ui/entete-page'
import { Etiquette } from '@/components/ui/etiquette'
import { LienBouton } from '@/components/ui/lien-bouton'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { nomARenseigner, nomProvisoire } from '@/lib/domaine/organisation/fiche'
import { naturesFilles } from '@/lib/domaine/organisation/rattachements'
import { lireOrganisation, type OrganisationLue } from '@/lib/lectures/administration/fiche-organisation'
import { initiale } from '@/lib/presentation/comptes'
import { dateEnLettres } from '@/lib/presentation/dates'
import { derniereOuverture } from '@/lib/presentation/organisation/libelles'
import {
  adresseCreation,
  CHEMIN_ORGANISATIONS,
  LIBELLES_GESTIONNAIRE,
  TEXTES_NATURE,
} from '@/lib/presentation/organisation/referentiel'
import { LIBELLES_NATURE } from '@/lib/presentation/roles'
import { typographier } from '@/lib/presentation/typographie'
import { exigerAdministration } from '@/lib/serveur/administration'
import * as equiper from '../../../cms/[code]/actions'
import { delier, fermer, modifier, relier } from '../actions'

export const metadata: Metadata = { title: 'Organisation' }

type Proprietes = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PageOrganisation({ params, searchParams }: Proprietes) {
  const { acteur } = await exigerAdministration()
  const { code } = await params
  const o = await lireOrganisation(acteur, code)
  if (!o) notFound()
  const partenariats = o.nature === 'CENTRE' || o.nature === 'GROUPE_HOSPITALIER'
  return (
    <>
      <EntetePage
        titre={initiale(typographier(nomProvisoire(o.nom)))}
        surtitre={
          o.natureGestionnaire
            ? `${LIBELLES_NATURE[o.nature]}, ${LIBELLES_GESTIONNAIRE[o.natureGestionnaire].toLowerCase()}`
            : LIBELLES_NATURE[o.nature]
        }
        filAriane={[
          { libelle: 'Administration', href: '/administration' },
          { libelle: 'Organisations', href: CHEMIN_ORGANISATIONS },
          { libelle: initiale(typographier(nomProvisoire(o.nom))) },
        ]}
      >
        {nomARenseigner(o.nom) && (
          <p>
            <Etiquette ton="vigilance">Nom à renseigner</Etiquette>
          </p>
        )}
        {o.jusqua && (
          <p>
            <Etiquette ton="inconnu">{derniereOuverture(o.jusqua)}</Etiquette>
          </p>
        )}
      </EntetePage>
      {(await searchParams).creee !== undefined && (
        <Encart ton="tenu" annonce="status" titre="C’est créé" className="mb-8 max-w-2xl">
          <p>{typographier(TEXTES_NATURE[o.nature].suite)}</p>
        </Encart>
      )}
      <div className="grid items-start gap-12 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)] lg:gap-16">
        <section aria-labelledby="titre-fiche">
          <h2 id="titre-fiche" className="mb-4 font-serif text-xl font-semibold">
            Fiche
          </h2>
          <ModifierOrganisation organisation={o} action={modifier} />
        </section>
        <div className="space-y-12">
          <Dependances organisation={o} />
          {partenariats && <Partenariats organisation={o} relier={relier} delier={delier} />}
          {o.equipements && (
            <section aria-labelledby="titre-equipements">
              <h2 id="titre-equipements" className="mb-3 font-serif text-xl font-semibold">
                Équipements
              </h2>
              <Equipements
                lieux={[{ id: o.id, titre: null, equipements: o.equipements }]}
                aujourdhui={aujourdHuiAParis(new Date())}
                actions={equiper}
              />
            </section>
          )}
          <Appellations organisation={o} />
          <Fermeture organisation={o} aujourdHui={aujourdHuiAParis(new Date())} action={fermer} />
        </div>
      </div>
    </>
  )
}

function Dependances({ organisation: o }: { organisation: OrganisationLue }) {
  const natures = naturesFilles(o.nature)
  if (natures.length === 0) return null
  return (
    <section aria-labelledby="titre-dependances">
      <h2 id="titre-dependances" className="mb-3 font-serif text-xl font-semibold">
        Ce qui en dépend
      </h2>
      {o.enfants.length === 0 ? (
        <p className="text-inconnu italic">Rien pour l’instant.</p>
      ) : (
        <ul className="divide-y divide-trait border-y border-trait">
          {o.enfants.map((e) => (
            <li key={e.code} className="flex flex-wrap items-baseline gap-x-3 py-2">
              <Link href={`${CHEMIN_ORGANISATIONS}/${e.code}`} className="lien">
                {initiale(typographier(nomProvisoire(e.nom)))}
              </Link>
              <span className="text-sm text-encre-2">{LIBELLES_NATURE[e.nature]}</span>
              {e.jusqua && <Etiquette ton="inconnu">{derniereOuverture(e.jusqua)}</Etiquette>}
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
    <section aria-labelledby="titre-appellations">
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
