import type { DonneesCourriel, GabaritCourriel } from '../../domaine/courriel/gabarits'
import { ADRESSE_A_SAISIR, adresseConvention } from '../conventions/adresses'
import { typographier } from '../typographie'
import { lecteur } from './donnees'
import { type Contenu, GABARITS_ECRITS, type PageCitee } from './gabarits'
import { miseEnHtml } from './html'

export type ACourriel = { gabarit: GabaritCourriel; donnees: DonneesCourriel; nom: string }
export type CourrielCompose = { objet: string; texte: string; html: string }
/** Le courriel mis en mots, avant sa mise en forme. */
export type Lettre = {
  objet: string
  salut: string
  phrases: readonly string[]
  citation: { intitule: string; texte: string } | null
  code: string | null
  lien: { libelle: string; adresse: string } | null
  pied: readonly string[]
}

const SUITES: Record<Exclude<PageCitee, 'invitation' | 'a-saisir' | 'aucune'>, string> = {
  acte: '',
  relecture: '/relecture',
  vote: '/vote',
  signature: '/signature',
  dates: '/dates',
}
const PIED = [
  'Trait d’union, les conventions entre groupes hospitaliers et centres municipaux de santé.',
  'Ce message est envoyé automatiquement : une réponse ne serait lue par personne.',
].map(typographier)

/** Le courriel en texte et en HTML. `base` : début absolu des liens, sans barre finale. Refuse un gabarit inconnu. */
export function composerCourriel(courriel: ACourriel, base: string): CourrielCompose {
  const lettre = ecrireLettre(courriel, base)
  return { objet: lettre.objet, texte: miseEnTexte(lettre), html: miseEnHtml(lettre) }
}

export function ecrireLettre({ gabarit, donnees, nom }: ACourriel, base: string): Lettre {
  const ecrire = GABARITS_ECRITS[gabarit]
  if (!ecrire) throw new Error(`Gabarit de courriel inconnu : ${gabarit}`)
  const contenu = ecrire(lecteur(donnees))
  const parole = contenu.citation?.texte?.trim()
  return {
    // Une ligne : un retour dans un titre couperait l'en-tête.
    objet: typographier(contenu.objet).replace(/\s*[\r\n]+\s*/g, ' '),
    salut: nom.trim() ? `Bonjour ${nom.trim()},` : 'Bonjour,',
    phrases: contenu.phrases.map(typographier),
    citation:
      contenu.citation && parole
        ? { intitule: contenu.citation.intitule, texte: typographier(parole) }
        : null,
    code: contenu.code ?? null,
    lien: lienVers(contenu, donnees, base),
    pied: PIED,
  }
}

function lienVers(contenu: Contenu, donnees: DonneesCourriel, base: string): Lettre['lien'] {
  const chemin = cheminDe(contenu.page, donnees)
  return chemin && contenu.libelleLien ? { libelle: contenu.libelleLien, adresse: `${base}${chemin}` } : null
}

function cheminDe(page: PageCitee, { reference, jeton }: DonneesCourriel): string | null {
  if (page === 'aucune') return null
  if (page === 'a-saisir') return ADRESSE_A_SAISIR
  if (page === 'invitation') return jeton ? `/invitation/${encodeURIComponent(String(jeton))}` : null
  return reference ? `${adresseConvention(String(reference))}${SUITES[page]}` : null
}

function miseEnTexte({ salut, phrases, citation, code, lien, pied }: Lettre): string {
  const parties = [salut, ...phrases]
  if (code) parties.push(`    ${code}`)
  if (citation)
    parties.push(
      [`${citation.intitule}\u00a0:`, ...citation.texte.split(/\r?\n/).map((l) => `> ${l}`)].join('\n'),
    )
  if (lien) parties.push(`${lien.libelle}\u00a0:\n${lien.adresse}`)
  return `${[...parties, `-- \n${pied.join('\n')}`].join('\n\n')}\n`
}
