import { Mail } from 'lucide-react'
import type { Metadata } from 'next'
import { ListeCourriels } from '@/components/courriels/liste-courriels'
import { Encart } from '@/components/ui/encart'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { LienBouton } from '@/components/ui/lien-bouton'
import { Pagination } from '@/components/ui/pagination'
import { PucesFiltre } from '@/components/ui/puces-filtre'
import type { EtatCourriel } from '@/lib/domaine/courriel/envoi'
import { listerCourriels } from '@/lib/lectures/administration/courriels'
import { ETATS_COURRIEL } from '@/lib/presentation/courriels/etats'
import { exigerAdministration } from '@/lib/serveur/administration'
import { courrielRegle } from '@/lib/serveur/courriel/reglage'
import { adresseDesLiens } from '@/lib/serveur/environnement'
import { renvoyer } from './actions'

export const metadata: Metadata = { title: 'Courriels' }

const CHEMIN = '/administration/courriels'
const ETATS = Object.keys(ETATS_COURRIEL) as EtatCourriel[]
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function adresse(etat?: EtatCourriel, apres?: string): string {
  const p = new URLSearchParams({ ...(etat ? { etat } : {}), ...(apres ? { apres } : {}) })
  return p.size ? `${CHEMIN}?${p}` : CHEMIN
}

type Proprietes = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PageCourriels({ searchParams }: Proprietes) {
  const { acteur } = await exigerAdministration()
  const parametres = await searchParams
  const etat = ETATS.find((e) => e === parametres.etat)
  const apres =
    typeof parametres.apres === 'string' && UUID.test(parametres.apres) ? parametres.apres : undefined
  const regle = courrielRegle()
  const { courriels, comptes, suivant } = await listerCourriels(acteur, { etat, apres }, { secrets: !regle })
  const presents = ETATS.filter((e) => comptes[e] || e === etat)
  return (
    <>
      <EntetePage
        titre="Courriels"
        filAriane={[{ libelle: 'Administration', href: '/administration' }, { libelle: 'Courriels' }]}
        description="Ce que l’application écrit aux personnes concernées, et ce qui en est parti."
      />
      {!regle && (
        <Encart className="mb-6 max-w-3xl" titre="Aucun serveur de courriel n’est réglé">
          <p>
            Les courriels sont gardés ici et ne partent pas. Leurs codes et leurs liens personnels se lisent
            en clair, pour que chacun puisse poursuivre. L’exploitant règle l’envoi au démarrage de
            l’application.
          </p>
        </Encart>
      )}
      {presents.length > 0 && (
        <PucesFiltre
          libelle="État"
          puces={presents.map((e) => ({
            libelle: ETATS_COURRIEL[e].libelle,
            href: adresse(e === etat ? undefined : e),
            actif: e === etat,
            compte: comptes[e] ?? 0,
          }))}
          effacer={CHEMIN}
        />
      )}
      <div className="mt-5">
        {courriels.length === 0 ? (
          <Vide filtre={etat !== undefined || apres !== undefined} />
        ) : (
          <ListeCourriels
            courriels={courriels}
            base={adresseDesLiens()}
            envoiRegle={regle}
            renvoyer={renvoyer}
            maintenant={new Date()}
          />
        )}
        <Pagination
          precedent={apres ? adresse(etat) : null}
          suivant={suivant ? adresse(etat, suivant) : null}
        />
      </div>
    </>
  )
}

function Vide({ filtre }: { filtre: boolean }) {
  if (!filtre)
    return (
      <EtatVide titre="Aucun courriel pour l’instant" icone={<Mail size={28} />}>
        Le premier s’écrira quand un texte sera partagé avec un centre ou une mairie.
      </EtatVide>
    )
  return (
    <EtatVide
      titre="Aucun courriel dans cet état"
      action={
        <LienBouton href={CHEMIN} variante="secondaire">
          Voir tous les courriels
        </LienBouton>
      }
    />
  )
}
