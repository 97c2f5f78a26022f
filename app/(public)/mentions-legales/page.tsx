import type { Metadata } from 'next'
import { Contact } from '@/components/cadre/contact'
import { PageTexte, SectionTexte } from '@/components/cadre/page-texte'
import { ListeDefinitions } from '@/components/ui/liste-definitions'
import { lireExploitant, NON_RENSEIGNE } from '@/lib/presentation/exploitant'

export const metadata: Metadata = { title: 'Mentions légales' }

export default function MentionsLegales() {
  const exploitant = lireExploitant(process.env)
  return (
    <PageTexte
      titre="Mentions légales"
      chapeau="Qui édite cette instance, qui l’héberge, et sous quelle licence l’application est publiée."
    >
      <SectionTexte titre="Éditeur">
        <p>L’éditeur est l’établissement qui exploite cette instance.</p>
        <ListeDefinitions
          absente={NON_RENSEIGNE}
          className="font-sans text-base"
          elements={[
            { terme: 'Établissement', valeur: exploitant.nom },
            { terme: 'Adresse', valeur: exploitant.adresse },
            { terme: 'Direction de la publication', valeur: exploitant.directeur },
            { terme: 'Contact', valeur: exploitant.contact && <Contact contact={exploitant.contact} /> },
          ]}
        />
      </SectionTexte>
      <SectionTexte titre="Hébergement">
        <ListeDefinitions
          absente={NON_RENSEIGNE}
          className="font-sans text-base"
          elements={[{ terme: 'Hébergeur', valeur: exploitant.hebergeur }]}
        />
      </SectionTexte>
      <SectionTexte titre="Licence et caractères">
        <p>
          Trait d’union est un logiciel libre, publié sous la licence publique de l’Union européenne (EUPL),
          version&nbsp;1.2. Cette licence porte sur l’application, non sur les conventions qu’elle contient.
        </p>
        <p>
          Les textes sont composés en Source Serif&nbsp;4, l’interface en Inter&nbsp;: deux caractères libres,
          sous licence SIL Open Font, servis par l’application elle-même.
        </p>
      </SectionTexte>
      <SectionTexte titre="Valeur des textes affichés">
        <p>
          Seuls font foi les actes signés par les parties. Un brouillon, une version de travail ou un texte
          consolidé après avenants aide à lire&#8239;; il ne remplace pas l’acte.
        </p>
      </SectionTexte>
    </PageTexte>
  )
}
