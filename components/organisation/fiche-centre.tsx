import Link from 'next/link'
import { EntetePage } from '@/components/ui/entete-page'
import { Etiquette } from '@/components/ui/etiquette'
import { estFermee } from '@/lib/domaine/organisation/fermeture'
import { nomProvisoire } from '@/lib/domaine/organisation/fiche'
import { duDepartement } from '@/lib/domaine/organisation/lieu'
import type { FicheCentre } from '@/lib/lectures/organisation/fiche-centre'
import { adresseConseil } from '@/lib/presentation/conventions/adresses'
import { derniereOuverture } from '@/lib/presentation/organisation/libelles'
import { typographier } from '@/lib/presentation/typographie'
import { ACompleter } from './a-completer'
import type { ActionsFiche } from './actions-fiche'
import { BesoinsDuCentre } from './besoins-centre'
import { ConventionsDuCentre } from './conventions-centre'
import { CoordonneesOrganisation } from './coordonnees'
import { Equipements } from './equipements'
import { OffreDuCentre } from './offre-centre'
import { Personnes } from './personnes'
import { Section } from './section'

type Proprietes = { fiche: FicheCentre; actions: ActionsFiche; aujourdhui: string }

export function FicheDuCentre({ fiche, actions, aujourdhui }: Proprietes) {
  const { centre, gestionnaire, droits, departement } = fiche
  return (
    <>
      <EntetePage
        surtitre={
          departement
            ? `${fiche.ville}, département ${duDepartement(departement.nom, departement.tncc)}`
            : fiche.ville
        }
        titre={typographier(nomProvisoire(centre.nom))}
        filAriane={[{ libelle: 'Centres de santé', href: '/cms' }, { libelle: fiche.ville }]}
      >
        {fiche.jusqua && (
          <p>
            <Etiquette ton="inconnu">{derniereOuverture(fiche.jusqua)}</Etiquette>
          </p>
        )}
        <Partenaires fiche={fiche} />
      </EntetePage>
      <ACompleter fiche={fiche} />
      <BesoinsDuCentre fiche={fiche} actions={actions} aujourdhui={aujourdhui} />
      <OffreDuCentre fiche={fiche} declarer={actions.actionDeclarerOffre} />
      <ConventionsDuCentre
        conventions={fiche.conventions}
        aujourdhui={aujourdhui}
        preparer={
          fiche.acces === 'direction' && !estFermee(fiche, aujourdhui)
            ? `/conventions/nouvelle?cms=${centre.code}`
            : null
        }
      />
      <Section id="equipements" titre="Équipements">
        <Equipements
          lieux={[{ id: centre.id, titre: null, equipements: fiche.equipements }]}
          aujourdhui={aujourdhui}
          actions={droits.offre ? actions : null}
        />
      </Section>
      <Section id="personnes" titre="Personnes et fonctions">
        <Personnes
          fonctions={fiche.fonctions}
          modifiables={[
            ...(droits.fiche ? [centre.id] : []),
            ...(gestionnaire && droits.gestionnaire ? [gestionnaire.id] : []),
          ]}
          renseigner={actions.actionRenseignerTitulaire}
          aujourdhui={aujourdhui}
        />
      </Section>
      <Section id="coordonnees" titre="Coordonnées du centre">
        <CoordonneesOrganisation
          organisation={centre}
          completer={droits.fiche ? actions.actionCompleterFiche : null}
          deposerLogo={droits.fiche ? actions.actionDeposerLogo : null}
        />
      </Section>
      {gestionnaire && (
        <Section
          id="gestionnaire"
          titre="Organisme gestionnaire"
          complement="C’est lui qui signe la convention."
        >
          <CoordonneesOrganisation
            organisation={gestionnaire}
            completer={droits.gestionnaire ? actions.actionCompleterFiche : null}
            deposerLogo={droits.gestionnaire ? actions.actionDeposerLogo : null}
          />
          {droits.gestionnaire && gestionnaire.nature !== 'HOPITAL' && (
            <p className="mt-4">
              <Link href={adresseConseil(gestionnaire.code)} className="lien">
                Tenir le calendrier des séances de son conseil
              </Link>
            </p>
          )}
        </Section>
      )}
    </>
  )
}

const Partenaires = ({ fiche }: { fiche: FicheCentre }) => (
  <div className="max-w-lecture space-y-1 text-encre-2">
    {fiche.groupes.map((g) => (
      <p key={g.code}>
        Partenaire du groupe{' '}
        <Link href={`/groupes/${g.code}`} className="lien">
          {g.nom}
        </Link>
        {g.note && <span className="block text-sm">{typographier(g.note)}</span>}
      </p>
    ))}
  </div>
)
