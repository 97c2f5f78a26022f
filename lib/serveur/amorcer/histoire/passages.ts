import 'server-only'
import { type Calendrier, EN_DEMONSTRATION, SIGNATAIRES } from '../../../../prisma/demonstration/histoire'
import { commeSysteme } from '../../../bd/transaction'
import { accepterEnsemble } from '../../../cas-usage/acceptation/accepter-ensemble'
import { demanderCodeAcceptation } from '../../../cas-usage/acceptation/demander-code-acceptation'
import { partagerVersion } from '../../../cas-usage/acte/partager-version'
import { approuver, demanderCodeAvis } from '../../../cas-usage/approbation/rendre-avis'
import type { Contexte } from '../../../cas-usage/contexte'
import { enregistrerDeliberation } from '../../../cas-usage/deliberation/enregistrer-deliberation'
import { renseignerSignataire } from '../../../cas-usage/deliberation/renseigner-signataire'
import { soumettreAuVote } from '../../../cas-usage/deliberation/soumettre-au-vote'
import { deposerRetour } from '../../../cas-usage/signature/deposer-retour'
import { enregistrerRetour } from '../../../cas-usage/signature/enregistrer-retour'
import { reserverEnvoi } from '../../../cas-usage/signature/reserver-envoi'
import { ErreurMetier, estRefusGarde } from '../../../domaine/erreurs'
import { documentASigner } from '../../../presentation/conventions/document-a-signer'
import { type Compte, duFil, type Geste, leMatin, type Pas } from './pas'
import { papierDeDemonstration } from './scan'

const DIRECTION = 'partenariats.hups'
const AVIS = [
  ['juridique', 'juridique.hups'],
  ['cme', 'cme.hups'],
] as const

/** Le texte est partagé avec le centre et sa mairie. */
export const partager = (acte: string, jour: string, message: string = EN_DEMONSTRATION): Pas => ({
  le: leMatin(jour),
  qui: DIRECTION,
  geste: async (contexte, fil) => {
    const acteId = duFil(fil, acte)
    await partagerVersion(contexte, { acteId, version: await versionDe(contexte, acteId), message })
    return undefined
  },
})

/** Du partage à la dernière signature, par les comptes de chacun, aux jours dits. */
export function jusquALaSignature(acte: string, mairie: Compte, c: Calendrier, titre: string): Pas[] {
  const pas = (jour: string, minutes: number, qui: Compte, geste: Geste): Pas => ({
    le: leMatin(jour, minutes),
    qui,
    geste,
  })
  return [
    partager(acte, c.partageLe),
    pas(c.accepteLe, 0, mairie, accepter(acte)),
    ...AVIS.map(([fonction, qui], i) => pas(c.avisLe, 60 * i, qui, donnerAvis(acte, fonction))),
    pas(c.avisLe, 180, mairie, mettreAuVote(acte)),
    pas(c.transmiseLe, 0, mairie, inscrireLaDeliberation(acte, c)),
    pas(c.transmiseLe, 60, DIRECTION, nommerLesSignataires(acte)),
    pas(c.envoyeLe, 0, DIRECTION, envoyer(acte)),
    { le: leMatin(c.envoyeLe, 5), qui: DIRECTION, fabriquer: (fil) => duFil(fil, `envoi:${acte}`) },
    {
      ...pas(c.signeLe[1], 0, DIRECTION, enregistrerLePapier(acte, c)),
      piece: (fil) =>
        papierDeDemonstration(
          { reference: duFil(fil, `reference:${acte}`), titre, signatures: papiers(c) },
          leMatin(c.signeLe[1]),
        ),
    },
  ]
}

const papiers = (c: Calendrier) => [
  { partie: 'Pour l’hôpital', nom: nomDe('HOPITAL'), le: c.signeLe[0] },
  { partie: 'Pour la commune', nom: nomDe('GESTIONNAIRE'), le: c.signeLe[1] },
]
const nomDe = (role: keyof typeof SIGNATAIRES) => `${SIGNATAIRES[role].prenom} ${SIGNATAIRES[role].nom}`

const versionDe = async ({ tx }: Contexte, acteId: string): Promise<number> =>
  (await tx.acte.findUniqueOrThrow({ where: { id: acteId }, select: { version: true } })).version

const derniereVersion = ({ tx }: Contexte, acteId: string) =>
  tx.versionActe.findFirstOrThrow({
    where: { acteId },
    orderBy: { numero: 'desc' },
    select: { id: true, empreinte: true },
  })

/** Le code que ce même acteur vient de recevoir : son courriel est écrit dans cette transaction. */
async function codeRecu({ tx, maintenant }: Contexte, acteId: string): Promise<string> {
  const lettre = await commeSysteme(tx, () =>
    tx.courriel.findFirstOrThrow({
      where: { acteId, gabarit: 'code-accord', creeLe: maintenant },
      orderBy: { id: 'desc' },
    }),
  )
  return String((lettre.donnees as { code?: unknown }).code)
}

const accepter =
  (acte: string): Geste =>
  async (contexte, fil) => {
    const acteId = duFil(fil, acte)
    const { id: versionId } = await derniereVersion(contexte, acteId)
    await demanderCodeAcceptation(contexte, { acteId, versionId })
    const code = await codeRecu(contexte, acteId)
    if (estRefusGarde(await accepterEnsemble(contexte, { acteId, versionId, code })))
      throw new ErreurMetier('CODE_REFUSE')
    return undefined
  }

const donnerAvis =
  (acte: string, fonction: (typeof AVIS)[number][0]): Geste =>
  async (contexte, fil) => {
    const acteId = duFil(fil, acte)
    const { empreinte } = await derniereVersion(contexte, acteId)
    await demanderCodeAvis(contexte, { acteId, fonction, empreinte })
    const code = await codeRecu(contexte, acteId)
    if (estRefusGarde(await approuver(contexte, { acteId, fonction, empreinte, code })))
      throw new ErreurMetier('CODE_REFUSE')
    return undefined
  }

const mettreAuVote =
  (acte: string): Geste =>
  async (contexte, fil) => {
    const acteId = duFil(fil, acte)
    await soumettreAuVote(contexte, { acteId, version: await versionDe(contexte, acteId) })
    return undefined
  }

const partieDe = ({ tx }: Contexte, acteId: string, role: 'HOPITAL' | 'GESTIONNAIRE') =>
  tx.partie.findFirstOrThrow({ where: { acteId, role }, include: { signataires: true } })

const inscrireLaDeliberation =
  (acte: string, c: Calendrier): Geste =>
  async (contexte, fil) => {
    const acteId = duFil(fil, acte)
    await enregistrerDeliberation(contexte, {
      acteId,
      partieId: (await partieDe(contexte, acteId, 'GESTIONNAIRE')).id,
      empreinte: (await derniereVersion(contexte, acteId)).empreinte,
      organe: 'conseil municipal',
      numero: `DÉMO-${c.seanceLe.slice(0, 4)}-${c.seanceLe.slice(5, 7)}`,
      seanceLe: c.seanceLe,
      transmiseLe: c.transmiseLe,
      publieeLe: c.transmiseLe,
      portee: 'ACTE',
      fichierId: null,
    })
    return undefined
  }

const nommerLesSignataires =
  (acte: string): Geste =>
  async (contexte, fil) => {
    const acteId = duFil(fil, acte)
    for (const role of ['HOPITAL', 'GESTIONNAIRE'] as const) {
      const { version, signataires } = await partieDe(contexte, acteId, role)
      const { civilite, prenom, nom, fonction } = SIGNATAIRES[role]
      await renseignerSignataire(contexte, {
        signataireId: signataires[0]?.id ?? '',
        version,
        civilite,
        prenom,
        nom,
        qualite: civilite === 'M' ? fonction.masculin : fonction.feminin,
        nature: 'DROIT',
        reference: null,
        date: null,
        autorite: null,
        fichierId: null,
      })
    }
    return undefined
  }

const envoyer =
  (acte: string): Geste =>
  async (contexte, fil) => {
    const acteId = duFil(fil, acte)
    const saisie = { acteId, version: await versionDe(contexte, acteId), premiere: null }
    const { envoiId } = await reserverEnvoi(contexte, saisie, documentASigner)
    return { [`envoi:${acte}`]: envoiId }
  }

/** Une page numérisée porte les deux signatures ; elle dit elle-même qu'elle n'est pas signée. */
const enregistrerLePapier =
  (acte: string, c: Calendrier): Geste =>
  async (contexte, fil, piece) => {
    const acteId = duFil(fil, acte)
    const envoiId = duFil(fil, `envoi:${acte}`)
    const fichier = new File([Uint8Array.from(piece)], 'Démonstration - page signée.pdf')
    const { id: fichierId } = await deposerRetour(contexte, { envoiId, fichier })
    const signatures = []
    for (const [i, role] of (['HOPITAL', 'GESTIONNAIRE'] as const).entries())
      signatures.push({
        partieId: (await partieDe(contexte, acteId, role)).id,
        rang: 1,
        signeLe: c.signeLe[i === 0 ? 0 : 1],
        lue: null,
      })
    await enregistrerRetour(contexte, { envoiId, fichierId, mode: 'PAPIER', signatures }, null)
    return undefined
  }
