import 'server-only'
import { versDate, versIso } from '../../bd/dates'
import { avecActeur } from '../../bd/transaction'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Acteur, NatureOrganisation, Role } from '../../domaine/organisation/acteur'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import { plier } from '../../domaine/texte/plier'

export type EtatCompte = 'ouvert' | 'en-attente' | 'ferme'
export type Filtres = { recherche?: string; etat?: EtatCompte }

export type UtilisateurListe = {
  id: string
  nom: string
  courriel: string
  etat: EtatCompte
  demonstration: boolean
  derniereVisiteLe: Date | null
  habilitations: { role: Role; organisation: string }[]
}

/** En attente : le titulaire n'a pas encore choisi de mot de passe. */
const etatDe = (u: { actif: boolean; motDePasse: string | null }): EtatCompte =>
  !u.actif ? 'ferme' : u.motDePasse === null ? 'en-attente' : 'ouvert'

/** Tous les comptes, par nom ; réservé à l'administrateur (INTROUVABLE sinon). */
export async function listerUtilisateurs(acteur: Acteur, filtres: Filtres, maintenant: Date) {
  exigerAdministrateur(acteur)
  const jour = versDate(aujourdHuiAParis(maintenant))
  const enCours = { OR: [{ jusqua: null }, { jusqua: { gte: jour } }] }
  const lus = await avecActeur(acteur, (tx) =>
    tx.utilisateur.findMany({
      include: { habilitations: { where: enCours, include: { organisation: { select: { nom: true } } } } },
    }),
  )
  const tous = lus.map(
    (u): UtilisateurListe => ({
      id: u.id,
      nom: u.nom,
      courriel: u.courriel,
      etat: etatDe(u),
      demonstration: u.demonstration,
      derniereVisiteLe: u.derniereVisiteLe,
      habilitations: u.habilitations.map((h) => ({ role: h.role, organisation: h.organisation.nom })),
    }),
  )
  const mots = plier(filtres.recherche ?? '')
    .split(' ')
    .filter(Boolean)
  const trouves = tous.filter((u) => {
    const texte = plier([u.nom, u.courriel, ...u.habilitations.map((h) => h.organisation)].join(' '))
    return mots.every((mot) => texte.includes(mot))
  })
  const compter = (etat: EtatCompte) => trouves.filter((u) => u.etat === etat).length
  return {
    utilisateurs: trouves
      .filter((u) => !filtres.etat || u.etat === filtres.etat)
      .sort((a, b) => (plier(a.nom) < plier(b.nom) ? -1 : 1)),
    comptes: { ouvert: compter('ouvert'), 'en-attente': compter('en-attente'), ferme: compter('ferme') },
  }
}

export type HabilitationLue = {
  id: string
  version: number
  role: Role
  fonction: string | null
  organisation: string
  nature: NatureOrganisation
  depuis: string
  jusqua: string | null
  situation: 'a-venir' | 'en-cours' | 'terminee'
}

/** Un compte, ses habilitations passées, présentes et à venir, et ses sessions ouvertes. */
export async function lireUtilisateur(acteur: Acteur, id: string, maintenant: Date) {
  exigerAdministrateur(acteur)
  const jour = aujourdHuiAParis(maintenant)
  const lu = await avecActeur(acteur, (tx) =>
    tx.utilisateur.findUnique({
      where: { id },
      include: {
        habilitations: { include: { organisation: { select: { nom: true, nature: true } } } },
        jetons: { where: { utiliseLe: null, expireLe: { gt: maintenant } } },
        _count: { select: { sessions: { where: { revoqueeLe: null, expireLe: { gt: maintenant } } } } },
      },
    }),
  )
  if (!lu) throw new ErreurMetier('INTROUVABLE')
  const habilitations = lu.habilitations.map((h): HabilitationLue => {
    const [depuis, jusqua] = [versIso(h.depuis), h.jusqua ? versIso(h.jusqua) : null]
    const situation = depuis > jour ? 'a-venir' : jusqua && jusqua < jour ? 'terminee' : 'en-cours'
    const { nom, nature } = h.organisation
    const { id, version, role, fonction } = h
    return { id, version, role, fonction, organisation: nom, nature, depuis, jusqua, situation }
  })
  return {
    id: lu.id,
    version: lu.version,
    nom: lu.nom,
    courriel: lu.courriel,
    etat: etatDe(lu),
    demonstration: lu.demonstration,
    creeLe: lu.creeLe,
    derniereVisiteLe: lu.derniereVisiteLe,
    sessionsOuvertes: lu._count.sessions,
    lienEnAttenteJusquAu: lu.jetons[0]?.expireLe ?? null,
    habilitations: habilitations.sort((a, b) => (a.depuis < b.depuis ? 1 : -1)),
    soiMeme: lu.id === acteur.utilisateurId,
  }
}
export type UtilisateurLu = Awaited<ReturnType<typeof lireUtilisateur>>
