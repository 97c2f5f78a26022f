'use client'

import { useMemo } from 'react'
import type { ActionsRedaction, UniteEnregistree } from '@/components/redaction/actions'
import type { Depart } from '@/components/redaction/etat/use-redaction'
import type { MotsRedaction, PiecesRedaction } from '@/components/redaction/pieces'
import type { Poste } from '@/components/redaction/poste'
import { Redaction } from '@/components/redaction/redaction'
import { Bouton } from '@/components/ui/bouton'
import { Encart } from '@/components/ui/encart'
import type { Contenu } from '@/lib/domaine/texte/contenu'
import type { ProjetDit } from '@/lib/presentation/avenant/projet'
import type { UniteLue } from '@/lib/presentation/redaction/types'
import type { Reponse } from '@/lib/serveur/action'
import type { ActionsAvenant } from './actions'
import { EnteteRedactionAvenant } from './atelier/entete-atelier'
import { MOTS_DE_L_AVENANT } from './atelier/mots'
import { ProjetContexte, useProjet, useProjetEnMain } from './atelier/projet'

type UniteVisee = { acteId: string; identite: string; version: number }
export type ActionsRedactionAvenant = ActionsAvenant & {
  ajuster: (
    s: UniteVisee & { titre: string | null; contenu: Contenu },
  ) => Promise<Reponse<{ identite: string; version: number }>>
  reprendreLaRedaction: (s: UniteVisee) => Promise<Reponse<unknown>>
  relireRedaction: ActionsRedaction['relireActe']
}

const MOTS: MotsRedaction = {
  ...MOTS_DE_L_AVENANT,
  page: 'Rédiger',
  marques: {
    ...MOTS_DE_L_AVENANT.marques,
    modele: { mot: 'Rédaction proposée' },
    adapte: { mot: 'Ajusté à la main' },
  },
  origine:
    'Cette rédaction suit ce que vous changez dans le texte. L’ajuster à la main la fixe : l’écran dira si elle ne dit plus l’effet.',
  reecrire: 'Ajuster ces mots',
  ecart: {
    onglet: 'Origine',
    vide: '',
    ajoutee:
      'L’avenant se rédige d’après les modifications du texte en vigueur. Pour en changer l’effet, modifiez le texte.',
  },
}

const PIECES: PiecesRedaction = {
  mots: MOTS,
  formulaires: false,
  retraits: false,
  Entete: EnteteRedactionAvenant,
  Gestes: Reprendre,
}

type Proprietes = Omit<Depart, 'actions' | 'brouillon' | 'fiches'> & {
  maintenant: Date
  projet: ProjetDit
  actions: ActionsRedactionAvenant
}

/** La rédaction de l'avenant, article par article : proposée, ou ajustée à la main sans changer l'effet. */
export function RedactionAvenant({ projet: initial, actions, ...depart }: Proprietes) {
  const projet = useProjet(initial, actions)
  const gestes = useMemo(() => gestesDe(actions), [actions])
  return (
    <ProjetContexte value={projet}>
      <Redaction {...depart} fiches={null} actions={gestes} pieces={PIECES} />
    </ProjetContexte>
  )
}

const REFUS = { ok: false, erreur: { code: 'INTROUVABLE', details: {} } } as const

const gestesDe = (
  a: ActionsRedactionAvenant,
): ActionsRedaction & { reprendre: ActionsRedactionAvenant['reprendreLaRedaction'] } => ({
  enregistrerUnite: async ({ titre, ...s }) => {
    const r = await a.ajuster({ ...s, titre: titre ?? null })
    if (!r.ok) return r
    const ajustee: UniteEnregistree = { ...r.valeur, origine: 'adapte', variante: null }
    return { ok: true, valeur: ajustee }
  },
  enregistrerParametre: ({ cle, valeur, ...s }) =>
    // La date d'effet est la seule valeur propre à l'avenant que l'on saisisse.
    /^date_effet_avenant_\d+$/.test(cle)
      ? (a.direLEffet({ ...s, date: valeur?.genre === 'date' ? valeur.date : null }) as Promise<
          Reponse<{ version: number }>
        >)
      : a.retoucherUneValeur({ ...s, cle, valeur }),
  enregistrerSignataires: a.enregistrerSignataires,
  abandonner: a.abandonner,
  relireActe: a.relireRedaction,
  reprendre: a.reprendreLaRedaction,
  relireFiches: () => Promise.resolve(REFUS),
  omettre: () => Promise.resolve(REFUS),
  retablir: () => Promise.resolve(REFUS),
  choisirVarianteUnite: () => Promise.resolve(REFUS),
  reprendreDeLaFiche: () => Promise.resolve(REFUS),
  joindreFormulaireVierge: () => Promise.resolve(REFUS),
  deposer: () => Promise.resolve(REFUS),
  motiver: () => Promise.resolve(REFUS),
})

/** Revenir à la rédaction proposée, et savoir si la sienne dit encore l'effet. */
function Reprendre({ poste, unite: u }: { poste: Poste; unite: UniteLue }) {
  const { projet, actions, relire } = useProjetEnMain()
  const redaction = projet.redactions.find((r) => r.unite === u.identite)
  if (u.origine !== 'adapte' || !('reprendreLaRedaction' in actions)) return null
  const { reprendreLaRedaction } = actions as ActionsRedactionAvenant
  const reprendre = async () => {
    await reprendreLaRedaction({ acteId: projet.acteId, identite: u.identite, version: u.version }).catch(
      () => null,
    )
    await poste.etat.rafraichir()
    await relire()
  }
  return (
    <div className="flex flex-col items-start gap-3 border-t border-trait pt-4">
      {redaction?.desaccord && (
        <Encart ton="vigilance" titre="Rédaction et effet ne s’accordent plus">
          <p>{redaction.desaccord}</p>
        </Encart>
      )}
      <Bouton variante="secondaire" taille="petit" onPress={() => void reprendre()}>
        Reprendre la rédaction proposée
      </Bouton>
    </div>
  )
}
