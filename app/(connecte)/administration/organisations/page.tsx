import { Search } from 'lucide-react'
import type { Metadata } from 'next'
import Form from 'next/form'
import { ArbreOrganisations } from '@/components/referentiel/arbre-organisations'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { Encart } from '@/components/ui/encart'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { LienBouton } from '@/components/ui/lien-bouton'
import { lireReferentiel, type Referentiel } from '@/lib/lectures/administration/referentiel'
import { adresseCreation, CHEMIN_ORGANISATIONS } from '@/lib/presentation/organisation/referentiel'
import { exigerAdministration } from '@/lib/serveur/administration'

export const metadata: Metadata = { title: 'Organisations' }

type Proprietes = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PageOrganisations({ searchParams }: Proprietes) {
  const { acteur } = await exigerAdministration()
  const parametres = await searchParams
  const recherche = typeof parametres.recherche === 'string' ? parametres.recherche.slice(0, 100) : ''
  const referentiel = await lireReferentiel(acteur, recherche)
  return (
    <>
      <EntetePage
        titre="Organisations"
        filAriane={[{ libelle: 'Administration', href: '/administration' }, { libelle: 'Organisations' }]}
        description="Qui dépend de qui, à l’hôpital et dans les centres de santé."
        actions={<LienBouton href={`${CHEMIN_ORGANISATIONS}/nouvelle`}>Créer une organisation</LienBouton>}
      />
      {referentiel.aNommer && <Debut code={referentiel.aNommer} />}
      <Form action={CHEMIN_ORGANISATIONS} role="search" className="mb-6 flex max-w-xl items-end gap-2">
        <Champ
          key={recherche}
          className="flex-1"
          libelle="Rechercher"
          libelleMasque
          name="recherche"
          type="search"
          defaultValue={recherche}
          placeholder="Nom, sigle, commune"
          icone={<Search aria-hidden size={18} />}
        />
        <Bouton type="submit" variante="secondaire">
          Rechercher
        </Bouton>
      </Form>
      {recherche && referentiel.trouvees === 0 ? (
        <EtatVide
          titre="Aucune organisation ne correspond"
          action={
            <LienBouton href={CHEMIN_ORGANISATIONS} variante="secondaire">
              Voir toutes les organisations
            </LienBouton>
          }
        >
          Essayez un autre mot, ou créez l’organisation.
        </EtatVide>
      ) : (
        <Arbres referentiel={referentiel} recherche={recherche !== ''} />
      )}
    </>
  )
}

function Debut({ code }: { code: string }) {
  return (
    <Encart
      className="mb-6"
      titre="Commencez par nommer votre institution"
      actions={
        <LienBouton href={`${CHEMIN_ORGANISATIONS}/${code}`} taille="petit">
          Nommer l’institution
        </LienBouton>
      }
    >
      <p>
        Créez ensuite un groupe hospitalier, ses sites et ses services, puis les gestionnaires et leurs
        centres. Reliez enfin chaque centre à son groupe.
      </p>
    </Encart>
  )
}

function Arbres({ referentiel: r, recherche }: { referentiel: Referentiel; recherche: boolean }) {
  return (
    <div className="grid gap-10 lg:grid-cols-2">
      {(r.hopital.length > 0 || !recherche) && (
        <section aria-labelledby="titre-hopital">
          <h2 id="titre-hopital" className="mb-3 font-serif text-xl font-semibold">
            Hôpital
          </h2>
          {r.hopital.length > 0 ? (
            <ArbreOrganisations branches={r.hopital} />
          ) : (
            <EtatVide
              niveau={3}
              titre="Aucune institution"
              action={<LienBouton href={adresseCreation('INSTITUTION')}>Créer l’institution</LienBouton>}
            >
              Les groupes hospitaliers en dépendent.
            </EtatVide>
          )}
        </section>
      )}
      {(r.gestionnaires.length > 0 || !recherche) && (
        <section aria-labelledby="titre-centres">
          <h2 id="titre-centres" className="mb-3 font-serif text-xl font-semibold">
            Gestionnaires et centres de santé
          </h2>
          {r.gestionnaires.length > 0 ? (
            <ArbreOrganisations branches={r.gestionnaires} />
          ) : (
            <EtatVide
              niveau={3}
              titre="Aucun gestionnaire"
              action={<LienBouton href={adresseCreation('GESTIONNAIRE')}>Créer un gestionnaire</LienBouton>}
            >
              Une commune, une association ou un établissement tient les centres et signe pour eux.
            </EtatVide>
          )}
        </section>
      )}
    </div>
  )
}
