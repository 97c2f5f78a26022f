// Pour le banc des scripts : une convention d'Arcueil reprise après un premier partage, dont toutes les pages s'ouvrent.
import { fermerBase } from '../../lib/bd/client'
import { avecActeur } from '../../lib/bd/transaction'
import { partagerVersion } from '../../lib/cas-usage/acte/partager-version'
import { demanderReprise } from '../../lib/cas-usage/acte/reprendre-texte'
import type { Contexte } from '../../lib/cas-usage/contexte'
import { creerConventions } from '../../lib/cas-usage/convention/creer-conventions'
import { acteurDuCompte } from '../../lib/lectures/compte/acteur-du-compte'

const maintenant = new Date()
const trouver = await avecActeur(null, async (tx) => {
  const u = await tx.utilisateur.findFirstOrThrow({
    where: { courriel: 'partenariats.hups@demonstration.invalid' },
  })
  return acteurDuCompte(tx, u.id, { maintenant, demonstration: true })
})
if (!trouver) throw new Error('La direction des HUPS n’a pas de compte dans la démonstration.')
const acteur = trouver
const agir = <S, T>(cas: (c: Contexte, s: S) => Promise<T>, saisie: S): Promise<T> =>
  avecActeur(acteur, (tx) => cas({ tx, acteur, maintenant }, saisie))
const lire = (reference: string) =>
  avecActeur(acteur, (tx) =>
    tx.acte.findFirstOrThrow({ where: { genre: 'CONVENTION', convention: { reference } } }),
  )

const lieux = await avecActeur(acteur, async (tx) => ({
  modele: await tx.modeleVersion.findFirstOrThrow({ where: { modeleCode: 'convention-cadre-partenariat' } }),
  groupe: await tx.organisation.findUniqueOrThrow({ where: { code: 'hups' } }),
  centre: await tx.organisation.findUniqueOrThrow({ where: { code: 'arcueil' } }),
}))
const { references } = await agir(creerConventions, {
  modeleVersionId: lieux.modele.id,
  groupeId: lieux.groupe.id,
  centreIds: [lieux.centre.id],
})
const reference = references[0] ?? ''
const { id: acteId, version } = await lire(reference)
await agir(partagerVersion, { acteId, version, message: '' })
await agir(demanderReprise, { acteId, version: (await lire(reference)).version, motif: 'Banc de mesure' })
await fermerBase()
process.stdout.write(`${JSON.stringify({ reference })}\n`)
