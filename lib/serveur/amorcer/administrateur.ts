import 'server-only'
import type { Tx } from '../../bd/client'
import { versDate } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { hacherMotDePasse } from '../../cas-usage/compte/hachage'
import { creerJeton } from '../../cas-usage/compte/jetons'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { refusMotDePasse } from '../../domaine/compte/mot-de-passe'
import { NOM_PROVISOIRE } from '../../domaine/organisation/fiche'
import { plier } from '../../domaine/texte/plier'

type Demande = { courriel?: string; motDePasse?: string }
/** `jeton` : à remettre en lien d'accès ; absent si le mot de passe venait de l'environnement ou si rien n'était à faire. */
type Bilan = { cree: boolean; jeton: string | null }

/** Adresse provisoire de l'administrateur quand l'installation n'en donne pas ; il la change dans sa fiche. */
const COURRIEL_PAR_DEFAUT = 'administrateur@installation.invalid'

/**
 * Donne un administrateur à une installation qui n'en a pas. Avec un courriel et un mot de passe : un compte au mot de
 * passe provisoire. Sinon : un lien à usage unique, réémis à chaque démarrage tant que personne ne s'en est servi.
 */
export async function creerPremierAdministrateur(tx: Tx, demande: Demande, maintenant: Date): Promise<Bilan> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('dernier-administrateur'))`
  const administrateurs = await tx.utilisateur.findMany({
    where: {
      actif: true,
      demonstration: false,
      habilitations: { some: { role: 'ADMINISTRATEUR', jusqua: null } },
    },
    orderBy: { id: 'asc' },
  })
  if (administrateurs.some((a) => a.motDePasse !== null)) return { cree: false, jeton: null }
  const enAttente = administrateurs[0]
  if (enAttente) return { cree: false, jeton: (await creerJeton(tx, enAttente.id, maintenant)).jeton }
  const courriel = (demande.courriel || COURRIEL_PAR_DEFAUT).trim().toLowerCase()
  const motDePasse = demande.courriel && demande.motDePasse ? demande.motDePasse : null
  if (motDePasse && refusMotDePasse(motDePasse, courriel))
    throw new Error(
      'ADMIN_MOT_DE_PASSE est trop facile à deviner : douze caractères au moins, plusieurs mots.',
    )
  const utilisateurId = await creerCompte(tx, courriel, motDePasse, maintenant)
  return { cree: true, jeton: motDePasse ? null : (await creerJeton(tx, utilisateurId, maintenant)).jeton }
}

async function creerCompte(
  tx: Tx,
  courriel: string,
  motDePasse: string | null,
  maintenant: Date,
): Promise<string> {
  const donnees = {
    nom: 'Administration',
    motDePasse: motDePasse && (await hacherMotDePasse(motDePasse)),
    motDePasseAChanger: motDePasse !== null,
  }
  const { id } = await tx.utilisateur.upsert({
    where: { courriel },
    create: { id: nouvelId(), courriel, creeLe: maintenant, ...donnees },
    update: { actif: true, version: { increment: 1 } },
  })
  await tx.habilitation.create({
    data: {
      id: nouvelId(),
      utilisateurId: id,
      organisationId: await institution(tx),
      role: 'ADMINISTRATEUR',
      depuis: versDate(aujourdHuiAParis(maintenant)),
      creeLe: maintenant,
    },
  })
  return id
}

/** L'institution où l'administrateur est habilité ; une base vide n'en a pas encore. */
async function institution(tx: Tx): Promise<string> {
  const connue = await tx.organisation.findFirst({ where: { nature: 'INSTITUTION' }, orderBy: { id: 'asc' } })
  if (connue) return connue.id
  const nom = process.env.INSTITUTION_NOM || NOM_PROVISOIRE
  const creee = await tx.organisation.create({
    data: { id: nouvelId(), code: 'institution', nature: 'INSTITUTION', nom, recherche: plier(nom) },
  })
  return creee.id
}
