import { Search, UserPlus } from 'lucide-react'
import type { Metadata } from 'next'
import Form from 'next/form'
import { TableUtilisateurs } from '@/components/comptes/table-utilisateurs'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { LienBouton } from '@/components/ui/lien-bouton'
import { PucesFiltre } from '@/components/ui/puces-filtre'
import { type EtatCompte, listerUtilisateurs } from '@/lib/lectures/administration/utilisateurs'
import { ETATS_COMPTE } from '@/lib/presentation/comptes'
import { exigerAdministration } from '@/lib/serveur/administration'

export const metadata: Metadata = { title: 'Comptes et habilitations' }

const ETATS = Object.keys(ETATS_COMPTE) as EtatCompte[]
const CHEMIN = '/administration/utilisateurs'

type Proprietes = { searchParams: Promise<Record<string, string | string[] | undefined>> }

function adresse(recherche: string, etat?: EtatCompte): string {
  const p = new URLSearchParams({ ...(recherche ? { recherche } : {}), ...(etat ? { etat } : {}) })
  return p.size ? `${CHEMIN}?${p}` : CHEMIN
}

export default async function PageUtilisateurs({ searchParams }: Proprietes) {
  const { acteur } = await exigerAdministration()
  const parametres = await searchParams
  const recherche = typeof parametres.recherche === 'string' ? parametres.recherche.slice(0, 100) : ''
  const etat = ETATS.find((e) => e === parametres.etat)
  const maintenant = new Date()
  const { utilisateurs, comptes } = await listerUtilisateurs(acteur, { recherche, etat }, maintenant)
  return (
    <>
      <EntetePage
        titre="Comptes et habilitations"
        filAriane={[{ libelle: 'Administration', href: '/administration' }, { libelle: 'Comptes' }]}
        actions={
          <LienBouton href={`${CHEMIN}/nouveau`} icone={<UserPlus aria-hidden size={18} />}>
            Créer un compte
          </LienBouton>
        }
      />
      <Form action={CHEMIN} role="search" className="mb-5 flex max-w-xl items-end gap-2">
        <Champ
          key={recherche}
          className="flex-1"
          libelle="Rechercher"
          libelleMasque
          name="recherche"
          type="search"
          defaultValue={recherche}
          placeholder="Nom, adresse, organisation"
          icone={<Search aria-hidden size={18} />}
        />
        {etat && <input type="hidden" name="etat" value={etat} />}
        <Bouton type="submit" variante="secondaire">
          Rechercher
        </Bouton>
      </Form>
      <PucesFiltre
        libelle="État"
        puces={ETATS.map((e) => ({
          libelle: ETATS_COMPTE[e].libelle,
          href: adresse(recherche, e === etat ? undefined : e),
          actif: e === etat,
          compte: comptes[e],
        }))}
        effacer={adresse(recherche)}
      />
      <div className="mt-5">
        {utilisateurs.length === 0 ? (
          <EtatVide
            titre="Aucun compte ne correspond"
            action={
              <LienBouton href={CHEMIN} variante="secondaire">
                Voir tous les comptes
              </LienBouton>
            }
          >
            Essayez un autre mot, ou créez le compte.
          </EtatVide>
        ) : (
          <TableUtilisateurs utilisateurs={utilisateurs} maintenant={maintenant} />
        )}
      </div>
    </>
  )
}
