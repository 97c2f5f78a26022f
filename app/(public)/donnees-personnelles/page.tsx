import type { Metadata } from 'next'
import { Contact } from '@/components/cadre/contact'
import { PageTexte, SectionTexte } from '@/components/cadre/page-texte'
import { Tableau, Td, Th, Tr } from '@/components/ui/tableau'
import { lireExploitant } from '@/lib/presentation/exploitant'
import { DONNEES_ENREGISTREES, TEMOINS } from './inventaire'

export const metadata: Metadata = { title: 'Données personnelles' }

export default function DonneesPersonnelles() {
  const exploitant = lireExploitant(process.env)
  return (
    <PageTexte
      titre="Données personnelles"
      chapeau="Ce que l’application enregistre sur ses utilisateurs et sur les signataires, pourquoi, et combien de temps."
    >
      <SectionTexte titre="L’essentiel">
        <ul>
          <li>
            <strong>Aucune donnée de patient.</strong> L’application suit des conventions&#8239;; aucun champ
            ne demande d’information sur un patient, et il est interdit d’en écrire dans un texte libre ou
            d’en déposer.
          </li>
          <li>
            <strong>Aucun traceur.</strong> Ni mesure d’audience, ni publicité, ni service extérieur&nbsp;:
            caractères, images et scripts viennent de cette instance.
          </li>
          <li>
            <strong>Des témoins strictement nécessaires</strong>, décrits plus bas, qui ne demandent pas de
            consentement.
          </li>
        </ul>
      </SectionTexte>
      <SectionTexte titre="Responsable du traitement">
        <p>
          Le responsable est l’établissement qui exploite cette instance
          {exploitant.nom ? (
            <>&nbsp;: {exploitant.nom}</>
          ) : (
            <> (son nom n’est pas renseigné dans cette instance)</>
          )}
          . Contact pour exercer vos droits ou joindre son délégué à la protection des données&nbsp;:{' '}
          <Contact contact={exploitant.contact} />.
        </p>
        <p>
          Le traitement sert à préparer, signer et suivre les conventions entre établissements de santé et
          centres de santé. Il relève de l’exécution d’une mission d’intérêt public (article 6, paragraphe 1,
          point e du règlement général sur la protection des données).
        </p>
      </SectionTexte>
      <SectionTexte titre="Ce qui est enregistré">
        <Tableau titre="Données personnelles enregistrées" className="font-sans leading-normal">
          <thead>
            <tr>
              <Th>Quoi</Th>
              <Th>Pourquoi</Th>
              <Th>Combien de temps</Th>
            </tr>
          </thead>
          <tbody>
            {DONNEES_ENREGISTREES.map((ligne) => (
              <Tr key={ligne.nom}>
                <Th scope="row" className="min-w-48 font-normal">
                  <strong>{ligne.nom}</strong>
                  <br />
                  {ligne.contenu}
                </Th>
                <Td className="min-w-40">{ligne.usage}</Td>
                <Td className="min-w-40">{ligne.duree}</Td>
              </Tr>
            ))}
          </tbody>
        </Tableau>
        <p>
          Les personnes habilitées voient ce que leur établissement et leur fonction leur ouvrent. Les
          administrateurs de l’instance gèrent les comptes. Rien n’est transmis à un tiers par l’application.
        </p>
      </SectionTexte>
      <SectionTexte titre="Témoins de connexion et réglages">
        <Tableau titre="Témoins déposés dans le navigateur" className="font-sans leading-normal">
          <thead>
            <tr>
              <Th>Témoin</Th>
              <Th>Rôle</Th>
              <Th>Durée</Th>
            </tr>
          </thead>
          <tbody>
            {TEMOINS.map((ligne) => (
              <Tr key={ligne.nom}>
                <Th scope="row">{ligne.nom}</Th>
                <Td>{ligne.usage}</Td>
                <Td>{ligne.duree}</Td>
              </Tr>
            ))}
          </tbody>
        </Tableau>
      </SectionTexte>
      <SectionTexte titre="Vos droits">
        <p>
          Vous pouvez demander l’accès à vos données, leur rectification, la limitation de leur usage, et vous
          opposer à leur traitement pour des raisons tenant à votre situation. L’effacement est possible tant
          que la donnée n’est pas nécessaire à la preuve d’un acte ou de sa préparation.
        </p>
        <p>
          Si la réponse ne vous satisfait pas, vous pouvez saisir la{' '}
          <a className="lien" href="https://www.cnil.fr/fr/plaintes">
            Commission nationale de l’informatique et des libertés
          </a>
          .
        </p>
      </SectionTexte>
    </PageTexte>
  )
}
