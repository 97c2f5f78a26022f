import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { estRedacteur } from '../../domaine/acte/droits'
import { peutRetenir } from '../../domaine/acte/remarques'
import { ErreurMetier } from '../../domaine/erreurs'
import { schemaContenu } from '../../domaine/texte/contenu'
import { memeTexte } from '../../domaine/texte/empreinte'
import { modificationsEntre, retenir, type TexteUnite } from '../../domaine/texte/modifications'
import type { ActeEnMain } from '../acte/charger'
import { passerEtape } from '../acte/passer-etape'
import type { Contexte } from '../contexte'
import { ecrireUnite, origineDuTexte } from '../convention/modifier-unite'
import { journaliser, journaliserSaisie } from '../journal/journaliser'
import { avecDeterminant, chargerRemarque, type RemarqueEnMain } from './charger'
import { ecrireDecision } from './decider-remarque'
import { prevenirDecision } from './prevenir'
import { articleDe } from './repondre'
import type { schemaRetenir } from './saisies'

export type PropositionRetenue = { version: number; retenues: number; total: number }

/**
 * Écrit dans le texte de travail une contre-proposition, entière ou en partie. En relecture, le texte repasse d'abord « à
 * reprendre », dans la même transaction. Refuse (MODIFIE_ENTRE_TEMPS) si l'article a été réécrit depuis le texte sur
 * lequel elle portait : la direction compare, puis reporte elle-même.
 */
export async function retenirContreProposition(
  contexte: Contexte,
  saisie: z.output<typeof schemaRetenir>,
): Promise<PropositionRetenue> {
  const { tx, acteur } = contexte
  const enMain = await chargerRemarque(tx, acteur, saisie.remarqueId)
  const { acte, remarque, droits } = enMain
  if (!estRedacteur(acteur, acte)) throw new ErreurMetier('ROLE_INSUFFISANT')
  if (!peutRetenir(acteur, acte, droits))
    throw new ErreurMetier(
      peutRetenir(acteur, { ...acte, etape: 'EN_RELECTURE' }, droits)
        ? 'ETAPE_INTERDITE'
        : 'REMARQUE_DECIDEE',
    )
  const choix = choisir(enMain, saisie.indices)
  const article = await articleDe(contexte, remarque)
  // La décision d'abord : deux directions au même instant n'écrivent pas deux fois le texte.
  const dit =
    choix.retenues < choix.total
      ? `Retenue en partie : ${choix.retenues} modification${choix.retenues > 1 ? 's' : ''} sur ${choix.total}`
      : null
  await ecrireDecision(contexte, remarque, saisie.version, {
    etat: 'ACCEPTEE',
    motif: dit,
    ecriteLe: contexte.maintenant,
  })
  await ecrireTexte(
    contexte,
    await ouvrirLaReprise(contexte, acte, remarque.interne, article),
    enMain,
    choix.texte,
  )
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'contre-proposition-retenue',
    cible: remarque.identite ?? undefined,
    partage: !remarque.interne,
    donnees: { interne: remarque.interne, retenues: choix.retenues, total: choix.total },
  })
  await prevenirDecision(contexte, acte, remarque, {
    unite: avecDeterminant(article),
    decision: dit ? 'retenue en partie' : 'retenue',
    motif: dit ?? '',
  })
  return { version: saisie.version + 1, retenues: choix.retenues, total: choix.total }
}

type Choix = { texte: TexteUnite; retenues: number; total: number }

function choisir({ remarque }: RemarqueEnMain, indices: readonly number[] | null): Choix {
  const base = remarque.base as unknown as TexteUnite
  const proposition = remarque.proposition as unknown as TexteUnite
  const total = modificationsEntre(base, proposition).length
  const choisis = indices ? [...new Set(indices)].filter((i) => i < total) : null
  if (choisis?.length === 0) throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'Modifications' })
  const texte = choisis ? retenir(base, proposition, choisis) : proposition
  if (!schemaContenu.safeParse(texte.contenu).success)
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'Modifications' })
  return { texte, retenues: choisis?.length ?? total, total }
}

/** En relecture, rend le texte à la rédaction. Le motif d'une proposition interne ne dit pas qu'elle existe. */
async function ouvrirLaReprise(
  contexte: Contexte,
  acte: ActeEnMain,
  interne: boolean,
  article: string,
): Promise<ActeEnMain> {
  if (acte.etape !== 'EN_RELECTURE') return acte
  const motif = interne
    ? 'Texte repris par la direction des partenariats'
    : `Contre-proposition retenue, ${article}`
  const { version } = await passerEtape(contexte, acte, 'demander-reprise', { motif })
  return { ...acte, etape: 'A_REPRENDRE', version }
}

async function ecrireTexte(
  contexte: Contexte,
  acte: ActeEnMain,
  { remarque }: RemarqueEnMain,
  texte: TexteUnite,
): Promise<void> {
  const identite = remarque.identite ?? ''
  const unite = await contexte.tx.unite.findUnique({
    where: { acteId_identite: { acteId: acte.id, identite } },
  })
  const base = remarque.base as unknown as TexteUnite
  const intacte =
    unite && !unite.omise && unite.titre === base.titre && memeTexte(unite.contenu, base.contenu)
  if (!unite || !intacte) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS', { cible: identite })
  const origine = await origineDuTexte(contexte, acte, identite, texte.titre, texte.contenu)
  const contenu = texte.contenu as unknown as Prisma.InputJsonValue
  await ecrireUnite(
    contexte,
    acte,
    { identite, version: unite.version },
    { titre: texte.titre, contenu, ...origine },
  )
  await journaliserSaisie(contexte, {
    acteId: acte.id,
    evenement: 'unite-modifiee',
    cible: identite,
    avant: { titre: unite.titre, contenu: unite.contenu },
    apres: { titre: texte.titre, contenu },
  })
}
