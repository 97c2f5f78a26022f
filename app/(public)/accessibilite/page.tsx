import type { Metadata } from 'next'
import { Contact } from '@/components/cadre/contact'
import { PageTexte, SectionTexte } from '@/components/cadre/page-texte'
import { lireExploitant } from '@/lib/presentation/exploitant'

export const metadata: Metadata = { title: 'Accessibilité' }

export default function Accessibilite() {
  const exploitant = lireExploitant(process.env)
  return (
    <PageTexte
      titre="Déclaration d’accessibilité"
      chapeau="Ce que l’application permet à chacun, ce qui n’a pas encore été vérifié, et à qui le dire."
    >
      <SectionTexte titre="État de conformité">
        <p>
          {exploitant.nom ?? 'L’établissement qui exploite cette instance'} s’engage à rendre ses services
          accessibles, conformément à l’article&nbsp;47 de la loi{' '}
          <span className="whitespace-nowrap">n°&nbsp;2005-102</span> du 11&nbsp;février&nbsp;2005. Cette
          déclaration s’applique à l’application Trait d’union.
        </p>
        <p>
          L’application est <strong>non conforme</strong> au référentiel général d’amélioration de
          l’accessibilité (RGAA, version&nbsp;4.1)&nbsp;:{' '}
          <strong>aucun audit de conformité n’a encore été mené</strong>. Aucun taux n’est donc annoncé.
        </p>
      </SectionTexte>
      <SectionTexte titre="Ce qui guide la conception">
        <p>
          L’accessibilité est prise en compte dès la conception. Des contrôles automatiques (outil axe) font
          partie des vérifications du projet&#8239;; ils ne couvrent qu’une partie des critères et ne
          remplacent pas un audit.
        </p>
        <ul>
          <li>
            tout est conçu pour se faire au clavier, l’endroit où l’on se trouve restant visible&#8239;;
          </li>
          <li>un lien permet d’aller directement au contenu de chaque page&#8239;;</li>
          <li>aucune information n’est donnée par la couleur seule&nbsp;: un mot l’accompagne&#8239;;</li>
          <li>
            les contrastes des couleurs sont calculés par un test, pour le thème clair et pour le thème
            sombre&#8239;;
          </li>
          <li>les pages sont dessinées dès un écran de 320&nbsp;pixels de large&#8239;;</li>
          <li>les animations cessent quand votre appareil demande de les réduire&#8239;;</li>
          <li>le seul raccourci à une touche peut être désactivé.</li>
        </ul>
      </SectionTexte>
      <SectionTexte titre="Ce qui n’est pas garanti">
        <ul>
          <li>
            la restitution complète par chaque lecteur d’écran n’a pas été éprouvée avec des personnes
            concernées&#8239;;
          </li>
          <li>
            les conventions signées numérisées, déposées par les établissements, sont le plus souvent des
            images sans texte&#8239;; le texte saisi dans l’application en est l’équivalent lisible, quand il
            existe&#8239;;
          </li>
          <li>les documents téléchargés n’ont pas fait l’objet d’un audit d’accessibilité.</li>
        </ul>
      </SectionTexte>
      <SectionTexte titre="Signaler une difficulté">
        <p>
          Si vous ne parvenez pas à accéder à un contenu ou à un service, écrivez au responsable de cette
          instance pour être orienté vers une solution accessible ou obtenir le contenu sous une autre forme.
          Contact&nbsp;: <Contact contact={exploitant.contact} />.
        </p>
      </SectionTexte>
      <SectionTexte titre="Voies de recours">
        <p>
          Si vous avez signalé un défaut qui vous empêche d’accéder à un contenu ou à un service et que vous
          n’avez pas obtenu de réponse satisfaisante, vous pouvez&nbsp;:
        </p>
        <ul>
          <li>
            écrire un message au{' '}
            <a className="lien" href="https://formulaire.defenseurdesdroits.fr/">
              Défenseur des droits
            </a>{' '}
            par son formulaire en ligne&#8239;;
          </li>
          <li>
            contacter le{' '}
            <a className="lien" href="https://www.defenseurdesdroits.fr/carte-des-delegues">
              délégué du Défenseur des droits
            </a>{' '}
            dans votre région&#8239;;
          </li>
          <li>
            envoyer un courrier gratuit, sans timbre&nbsp;: Défenseur des droits, Libre réponse 71120, 75342
            Paris CEDEX&nbsp;07.
          </li>
        </ul>
      </SectionTexte>
    </PageTexte>
  )
}
