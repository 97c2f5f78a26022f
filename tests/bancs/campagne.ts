// Prépare le banc d'une campagne dans l'application lancée : des conventions signées de synthèse, un avenant écrit sur
// l'une, proposé aux autres. `archive <campagne>` demande ensuite les PDF. Rend ce qu'il faut suivre, en JSON.
import { fermerBase } from '../../lib/bd/client'
import { versDate } from '../../lib/bd/dates'
import { avecActeur } from '../../lib/bd/transaction'
import { partagerVersion } from '../../lib/cas-usage/acte/partager-version'
import { ouvrirAvenant } from '../../lib/cas-usage/avenant/ouvrir-avenant'
import { retoucherUnite } from '../../lib/cas-usage/avenant/retoucher-unite'
import { demanderArchive } from '../../lib/cas-usage/campagne/demander-campagne'
import { ouvrirCampagne } from '../../lib/cas-usage/campagne/ouvrir-campagne'
import type { Contexte } from '../../lib/cas-usage/contexte'
import { creerConventions } from '../../lib/cas-usage/convention/creer-conventions'
import { lireTexteBalise } from '../../lib/domaine/texte/balisage'
import { acteurDuCompte } from '../../lib/lectures/compte/acteur-du-compte'

const [quoi = '', argument = ''] = process.argv.slice(2)
const acteur = await avecActeur(null, async (tx) => {
  const u = await tx.utilisateur.findUniqueOrThrow({
    where: { courriel: 'partenariats.hups@demonstration.invalid' },
  })
  return acteurDuCompte(tx, u.id, { maintenant: new Date(), demonstration: true })
})
if (!acteur) throw new Error('le compte de démonstration est fermé')
const agir = <T>(cas: (c: Contexte) => Promise<T>): Promise<T> =>
  avecActeur(acteur, (tx) => cas({ tx, acteur, maintenant: new Date() }))

/** Une convention signée avec ce centre, son texte figé. */
async function uneSignee(modeleVersionId: string, groupeId: string, centreId: string) {
  const { references } = await agir((c) =>
    creerConventions(c, { modeleVersionId, groupeId, centreIds: [centreId] }),
  )
  return agir(async (c) => {
    const acte = await c.tx.acte.findFirstOrThrow({
      where: { rang: 0, convention: { reference: references[0] } },
    })
    await partagerVersion(c, { acteId: acte.id, version: acte.version, message: '' })
    await c.tx.acte.update({
      where: { id: acte.id },
      data: {
        etape: 'SIGNEE',
        dateSignature: versDate('2026-01-10'),
        dateEffet: versDate('2026-02-01'),
        dateFin: versDate('2029-01-31'),
      },
    })
    return { acteId: acte.id, conventionId: acte.conventionId }
  })
}

async function ouvrir(combien: number) {
  const { modele, groupeId, centres } = await agir(async ({ tx }) => ({
    modele: await tx.modeleVersion.findFirstOrThrow({
      where: { modeleCode: 'convention-cadre-partenariat', redaction: true },
    }),
    groupeId: acteur?.groupes[0] ?? '',
    centres: await tx.organisation.findMany({
      where: {
        nature: 'CENTRE',
        jusqua: null,
        partenariatsCentre: { some: { groupeId: acteur?.groupes[0] } },
      },
      orderBy: { code: 'asc' },
    }),
  }))
  const signees: { acteId: string; conventionId: string }[] = []
  for (let i = 0; i <= combien; i++)
    signees.push(await uneSignee(modele.id, groupeId, centres[i % centres.length]?.id ?? ''))
  const [origine, ...autres] = signees
  const { acteId, reference } = await agir((c) =>
    ouvrirAvenant(c, { acteId: origine?.acteId ?? '', objet: 'Objet de la coopération', motif: '' }),
  )
  await agir((c) =>
    retoucherUnite(c, {
      acteId,
      identite: 'article-objet',
      version: 0,
      titre: 'Objet',
      contenu: lireTexteBalise(
        'La convention organise l’accès des patients aux plateaux techniques.',
        'banc',
      ),
    }),
  )
  const centresChoisis = autres.map(({ conventionId }) => ({ conventionId, valeurs: [], ecartees: [] }))
  return {
    reference,
    ...(await agir((c) => ouvrirCampagne(c, { acteId, titre: 'Banc de campagne', centres: centresChoisis }))),
  }
}

const rendu =
  quoi === 'archive'
    ? await agir((c) => demanderArchive(c, { campagneId: argument, format: 'pdf' }))
    : await ouvrir(Number(argument))
await fermerBase()
process.stdout.write(`${JSON.stringify(rendu)}\n`)
