import Link from 'next/link'
import { EntetePage } from '@/components/ui/entete-page'
import type { FicheGroupe } from '@/lib/lectures/organisation/groupes'
import { initiale } from '@/lib/presentation/comptes'
import { compter, typographier } from '@/lib/presentation/typographie'
import type { ActionsEquipements, DeposerLogo, RenseignerTitulaire } from './actions-fiche'
import { AppellationsListe } from './appellations'
import { Equipements, type LieuEquipe } from './equipements'
import { LogoOrganisation } from './formulaires-differes'
import { Personnes } from './personnes'
import { Section } from './section'
import { SitesDuGroupe } from './sites-groupe'
import { TableauComparatif } from './tableau-comparatif'

/** Le groupe entier d'abord, puis chaque site ou pôle suivi de ses services. */
const lieuxDe = ({ id, sites }: FicheGroupe): LieuEquipe[] => [
  { id, titre: 'Ensemble du groupe', equipements: sites.groupe },
  ...sites.rattaches
    .flatMap((s) => [s, ...s.services])
    .map((l) => ({ id: l.id, titre: initiale(typographier(l.nom)), equipements: l.equipements })),
]

type Proprietes = {
  fiche: FicheGroupe
  renseigner: RenseignerTitulaire
  equiper: ActionsEquipements
  deposerLogo: DeposerLogo
  aujourdhui: string
}

export const FicheDuGroupe = ({ fiche, renseigner, equiper, deposerLogo, aujourdhui }: Proprietes) => (
  <>
    <EntetePage
      surtitre={fiche.institution}
      titre={fiche.sigle ? `${fiche.nom} (${fiche.sigle})` : fiche.nom}
      filAriane={[
        { libelle: 'Groupes hospitaliers', href: '/groupes' },
        { libelle: fiche.sigle ?? fiche.nom },
      ]}
    />
    <Section
      id="comparaison"
      titre="Besoins et offre, centre par centre"
      complement={compter(fiche.comparaison.centres.length, 'centre')}
    >
      <p className="mb-4 max-w-lecture text-encre-2">
        «{'\u00a0'}Non renseigné{'\u00a0'}» veut dire que personne n’a posé la question à ce centre, pas qu’il
        n’a rien demandé ou ne propose rien.
        {fiche.autresCentres > 0 &&
          ` Les ${compter(fiche.autresCentres, 'autre centre partenaire', 'autres centres partenaires')} ne vous sont pas montrés.`}
      </p>
      <TableauComparatif comparaison={fiche.comparaison} />
    </Section>
    <Section id="centres" titre="Centres partenaires">
      <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
        {fiche.comparaison.centres.map((c) => (
          <li key={c.code}>
            <Link href={`/cms/${c.code}`} className="lien">
              {c.ville}
            </Link>{' '}
            <span className="text-sm text-encre-2">{typographier(c.nom)}</span>
          </li>
        ))}
      </ul>
    </Section>
    <SitesDuGroupe sites={fiche.sites.rattaches} />
    <Section id="equipements" titre="Équipements">
      <Equipements
        lieux={lieuxDe(fiche)}
        aujourdhui={aujourdhui}
        actions={fiche.peutCompleter ? equiper : null}
      />
    </Section>
    <Section id="personnes" titre="Personnes et fonctions">
      <Personnes
        fonctions={fiche.fonctions}
        modifiables={fiche.peutCompleter ? [fiche.id] : []}
        renseigner={renseigner}
        aujourdhui={aujourdhui}
      />
    </Section>
    <AppellationsListe appellations={fiche.appellations} />
    {(fiche.peutCompleter || fiche.logoFichierId) && (
      <Section id="logo" titre="Logo">
        <LogoOrganisation organisation={fiche} deposer={fiche.peutCompleter ? deposerLogo : null} />
      </Section>
    )}
  </>
)
