// Requêtes nues de la liste, telles que l'application les pose : le banc les compare au temps de bout en bout.
import { schemaFiltresConventions } from '../../lib/lectures/convention/filtres'
import { sqlListe } from '../../lib/lectures/convention/lister-conventions'

const JOUR = '2026-11-22'
export const CAS = [
  { nom: 'liste récente', adresse: '' },
  { nom: 'liste par commune', adresse: 'tri=commune' },
  { nom: 'recherche exacte', adresse: 'q=arcueil' },
  { nom: 'recherche avec faute', adresse: 'q=arceuil+convension' },
  { nom: 'filtre en vigueur', adresse: 'etat=EN_VIGUEUR' },
].map((c) => {
  const filtres = schemaFiltresConventions.parse(Object.fromEntries(new URLSearchParams(c.adresse)))
  const { text, values } = sqlListe(filtres, JOUR)
  return { ...c, text, values }
})
process.stdout.write(`${JSON.stringify(CAS)}\n`)
