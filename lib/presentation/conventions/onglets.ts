import { ETAPES_DU_TEXTE_ARRETE } from '../../domaine/acte/etapes'
import type { ConventionLue } from '../../lectures/convention/lire-convention'
import { adresseConvention } from './adresses'

export type OngletActe =
  | 'texte'
  | 'en-vigueur'
  | 'engagements'
  | 'relecture'
  | 'versions'
  | 'vote'
  | 'signature'
  | 'dates'
  | 'journal'

const LIBELLES: Record<OngletActe, string> = {
  texte: 'Texte',
  'en-vigueur': 'Texte en vigueur',
  engagements: 'Engagements',
  relecture: 'Relecture',
  versions: 'Versions',
  vote: 'Avis et vote',
  signature: 'Signature',
  dates: 'Dates et fin',
  journal: 'Journal',
}

/** Pages d'un acte qui ont quelque chose à montrer à son étape, dans l'ordre de sa vie. */
export function ongletsDe(
  c: Pick<ConventionLue, 'reference' | 'etape' | 'versions' | 'unites' | 'initiale'>,
): { cle: OngletActe; libelle: string; href: string }[] {
  const partagee = c.versions.length > 0
  const arretee = ETAPES_DU_TEXTE_ARRETE.includes(c.etape) || c.etape === 'A_SIGNER' || c.etape === 'SIGNEE'
  const ouverts: Record<OngletActe, boolean> = {
    texte: true,
    'en-vigueur': !c.initiale && c.etape === 'SIGNEE' && c.unites.length > 0,
    // Ce qui est promis ne l'est qu'une fois signé, par la chaîne entière.
    engagements: !c.initiale && c.etape === 'SIGNEE',
    relecture: partagee,
    versions: partagee,
    vote: partagee,
    signature: partagee && arretee,
    // La dénonciation et le terme sont ceux de la convention.
    dates: c.etape === 'SIGNEE' && !c.initiale,
    journal: true,
  }
  const base = adresseConvention(c.reference)
  return (Object.keys(LIBELLES) as OngletActe[])
    .filter((cle) => ouverts[cle])
    .map((cle) => ({ cle, libelle: LIBELLES[cle], href: cle === 'texte' ? base : `${base}/${cle}` }))
}
