import { versDate, versDateOuNul } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { ErreurMetier } from '../../domaine/erreurs'
import { codeAdresse, codeDeRang } from '../../domaine/organisation/code-adresse'
import { designationGestionnaire } from '../../domaine/organisation/designations'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import { deCommune } from '../../domaine/organisation/lieu'
import { rechercheDe } from '../../domaine/organisation/recherche'
import type { CreationOrganisation } from '../../domaine/organisation/saisies-referentiel'
import type { Contexte } from '../contexte'
import { assurerCommune, type CommuneLue } from './commune'
import { journaliser } from './journaliser'
import { exigerParent, ouvrirPostes } from './rattacher'

/** Crée une organisation du référentiel, ses postes à pourvoir et, pour un groupe, sa première appellation. */
export async function creerOrganisation(contexte: Contexte, saisie: CreationOrganisation) {
  exigerAdministrateur(contexte.acteur)
  const { tx, maintenant } = contexte
  const parent = await exigerParent(tx, saisie.nature, saisie.parentId)
  const commune = await assurerCommune(tx, saisie)
  if (saisie.natureGestionnaire === 'COMMUNE') await exigerCommuneLibre(contexte, saisie, commune)
  const nomme = nommer(saisie, commune)
  const codeInsee = commune?.codeInsee ?? (saisie.nature === 'CENTRE' ? (parent?.codeInsee ?? null) : null)
  const communeLue = codeInsee ? await tx.commune.findUnique({ where: { codeInsee } }) : null
  const { nature, parentId, adresse, telephone, courriel, siret, finess } = saisie
  const ligne = {
    id: nouvelId(maintenant.getTime()),
    nature,
    ...nomme,
    parentId,
    codeInsee,
    natureGestionnaire: nature === 'GESTIONNAIRE' ? saisie.natureGestionnaire : null,
    adresse,
    telephone,
    courriel,
    siret,
    finess,
    depuis: nature === 'GROUPE_HOSPITALIER' ? versDateOuNul(saisie.appellationDepuis) : null,
    recherche: rechercheDe({ ...nomme, commune: communeLue?.nom ?? null }),
  }
  const code = await inserer(contexte, ligne)
  await ouvrirPostes(tx, ligne)
  if (nature === 'GROUPE_HOSPITALIER') await premiereAppellation(contexte, ligne, saisie)
  await journaliser(contexte, {
    evenement: 'organisation-creee',
    organisationId: ligne.id,
    cible: ligne.id,
    apres: { nature, code, nom: ligne.nom, sigle: ligne.sigle, parentId, codeInsee },
  })
  return { organisationId: ligne.id, code }
}

/** Nom et accords : le gestionnaire tient son nom court de sa nature, la commune le sien de la commune. */
function nommer(saisie: CreationOrganisation, commune: CommuneLue | null) {
  const { nature, natureGestionnaire } = saisie
  if (nature === 'GESTIONNAIRE' && natureGestionnaire) {
    const nom =
      natureGestionnaire === 'COMMUNE' && commune
        ? `commune ${deCommune(commune.nom, commune.tncc)}`
        : saisie.nom
    const { sigle, article, feminin } = designationGestionnaire(natureGestionnaire, nom)
    return { nom, sigle, article, feminin }
  }
  const { nom, sigle, article, genre } = saisie
  return { nom, sigle, article, feminin: genre === 'feminin' }
}

/** Une commune ne tient ses centres qu'à un seul titre : deux fiches ouvertes seraient un doublon. */
async function exigerCommuneLibre(
  { tx }: Contexte,
  saisie: CreationOrganisation,
  commune: CommuneLue | null,
): Promise<void> {
  if (saisie.nature !== 'GESTIONNAIRE' || !commune) return
  const deja = await tx.organisation.findFirst({
    where: { natureGestionnaire: 'COMMUNE', codeInsee: commune.codeInsee, jusqua: null },
    select: { nom: true },
  })
  if (deja) throw new ErreurMetier('DEJA_EXISTANT', { nom: deja.nom })
}

type Ligne = Parameters<Contexte['tx']['organisation']['create']>[0]['data'] &
  Parameters<typeof codeAdresse>[0]
const ESSAIS = 200

/** Insère sous le premier code d'adresse libre ; deux créations simultanées ne se gênent pas. */
async function inserer({ tx }: Contexte, ligne: Omit<Ligne, 'code'> & { id: string }): Promise<string> {
  const base = codeAdresse(ligne)
  for (let rang = 1; rang <= ESSAIS; rang++) {
    const code = codeDeRang(base, rang)
    if (code === null) continue
    const { count } = await tx.organisation.createMany({ data: [{ ...ligne, code }], skipDuplicates: true })
    if (count === 1) return code
  }
  throw new ErreurMetier('DEJA_EXISTANT', { nom: ligne.nom })
}

async function premiereAppellation(
  { tx }: Contexte,
  o: { id: string; nom: string; sigle: string | null },
  { codeReference, appellationDepuis }: CreationOrganisation,
): Promise<void> {
  if (!o.sigle || !appellationDepuis) throw new ErreurMetier('SAISIE_INVALIDE')
  await tx.appellation.create({
    data: {
      id: nouvelId(),
      organisationId: o.id,
      nom: o.nom,
      sigle: o.sigle,
      codeReference,
      depuis: versDate(appellationDepuis),
    },
  })
}
