import 'server-only'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Acteur } from '../../domaine/organisation/acteur'
import { messageErreur } from '../../presentation/erreurs'
import { estPanneDeBase, journaliserPanne } from '../pannes'
import { lireSession } from '../session'

const TEXTE = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }

/** Même réponse, octet pour octet, qu'une adresse inconnue : un document interdit n'existe pas. */
export const reponseIntrouvable = (): Response =>
  new Response('Ce document est introuvable. Vérifiez l’adresse, ou retrouvez-le dans vos conventions.\n', {
    status: 404,
    headers: TEXTE,
  })

/** Adresse de ce site, donnée sans son nom : l'application ne sait pas toujours sous quel nom on l'appelle. */
const reponseAilleurs = (vers: string): Response =>
  new Response('Ce document est long\u00a0: il se demande depuis la page de la convention.\n', {
    status: 303,
    headers: { ...TEXTE, Location: vers },
  })

const reponseErreur = (erreur: ErreurMetier, statut: number): Response => {
  const { titre, conseil } = messageErreur(erreur)
  return new Response(`${titre}\n${conseil}\n`, { status: statut, headers: TEXTE })
}

type Fichier = { octets: Uint8Array<ArrayBuffer>; nom: string; type: string; empreinte: string }

/** Sert un fichier à un acteur connecté, ou l'envoie à la page qui le demande (`vers`) ; une erreur devient une phrase. */
export const servirFichier = (
  lire: (acteur: Acteur) => Promise<Fichier | { vers: string } | null>,
  enLigne: boolean,
): Promise<Response> =>
  repondre(lire, (fichier) => {
    if ('vers' in fichier) return reponseAilleurs(fichier.vers)
    const disposition = `${enLigne ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(fichier.nom)}`
    return new Response(fichier.octets, {
      headers: {
        'Content-Type': fichier.type,
        'Content-Length': String(fichier.octets.byteLength),
        'Content-Disposition': disposition,
        'Cache-Control': 'private, no-cache',
        ETag: `"${fichier.empreinte}"`,
      },
    })
  })

/** Sert un état en JSON à un acteur connecté ; inconnu ou à un autre, la même réponse. */
export const servirEtat = <T>(lire: (acteur: Acteur) => Promise<T | null>): Promise<Response> =>
  repondre(lire, (etat) => Response.json(etat, { headers: { 'Cache-Control': 'no-store' } }))

async function repondre<T>(
  lire: (acteur: Acteur) => Promise<T | null>,
  servir: (lu: T) => Response,
): Promise<Response> {
  try {
    const session = await lireSession()
    if (!session || session.motDePasseAChanger) return reponseErreur(new ErreurMetier('NON_CONNECTE'), 401)
    const lu = await lire(session.acteur)
    return lu ? servir(lu) : reponseIntrouvable()
  } catch (erreur) {
    if (erreur instanceof ErreurMetier && erreur.code === 'INTROUVABLE') return reponseIntrouvable()
    if (erreur instanceof ErreurMetier)
      return reponseErreur(erreur, erreur.code === 'INDISPONIBLE' ? 503 : 500)
    const numero = journaliserPanne(erreur)
    const panne = estPanneDeBase(erreur)
    return reponseErreur(
      new ErreurMetier(panne ? 'INDISPONIBLE' : 'INATTENDUE', { numero }),
      panne ? 503 : 500,
    )
  }
}
