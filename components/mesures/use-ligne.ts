'use client'

import { unstable_rethrow } from 'next/navigation'
import { useRef, useState } from 'react'
import { useAnnonce } from '@/components/ui/annonce'
import type { Constat } from '@/lib/domaine/engagement/juger'
import type { PeriodeLue } from '@/lib/lectures/mesure/lire-a-saisir'
import {
  BROUILLON_VIDE,
  type Brouillon,
  lireBrouillon,
  type RefusSaisie,
} from '@/lib/presentation/engagement/mesures'
import { messageChamp, messageErreur } from '@/lib/presentation/erreurs'
import type { Echec } from '@/lib/serveur/action'
import { type Complement, SANS_COMPLEMENT } from './complement'
import { type ActionsMesure, constatEnvoye } from './types'

const phraseDe = (erreur: Echec['erreur']): string => {
  const [champ] = Object.values(erreur.champs ?? {})
  const { titre, conseil } = messageErreur(erreur)
  return champ ? messageChamp(champ) : `${titre}. ${conseil}`
}

/**
 * Une ligne qui s'enregistre seule quand on la quitte : rien si rien n'a changé, une phrase si ce qui est tapé ne se lit
 * pas. Les envois d'une même ligne se suivent, chacun sur la version que le précédent a laissée.
 */
export function useLigne(p: PeriodeLue, actions: Pick<ActionsMesure, 'saisir' | 'reprendre'>) {
  const annoncer = useAnnonce()
  const [brouillon, definirBrouillon] = useState<Brouillon>(BROUILLON_VIDE)
  const [complement, definirComplement] = useState<Complement>(SANS_COMPLEMENT)
  const [refus, definirRefus] = useState<RefusSaisie | null>(null)
  const [echec, definirEchec] = useState<string | null>(null)
  const [attente, definirAttente] = useState(false)
  const [enregistre, definirEnregistre] = useState<Constat | null>(null)
  const garde = useRef({ version: p.version, saisie: false, envoye: '', file: Promise.resolve() })

  const envoyer = async (constat: Constat, c: Complement, signature: string) => {
    const g = garde.current
    definirAttente(true)
    definirEchec(null)
    const mesure = {
      mesureId: p.mesureId,
      version: g.version,
      constat: constatEnvoye(constat),
      commentaire: c.commentaire,
      preuveLien: c.preuveLien.trim(),
      fichierId: c.preuve?.id ?? null,
    }
    try {
      const r = await (g.saisie ? actions.reprendre({ ...mesure, motif: '' }) : actions.saisir(mesure))
      if (r.ok) {
        Object.assign(g, { version: r.valeur.version, saisie: true })
        definirEnregistre(constat)
        annoncer(`${p.libelle} : mesure enregistrée`)
      } else {
        g.envoye = g.envoye === signature ? '' : g.envoye
        definirEchec(phraseDe(r.erreur))
      }
    } catch (erreur) {
      unstable_rethrow(erreur)
      g.envoye = ''
      definirEchec(phraseDe({ code: 'INDISPONIBLE', details: {} }))
    } finally {
      definirAttente(false)
    }
  }

  /** Vrai si la ligne peut être quittée : vide, inchangée ou en cours d'enregistrement. */
  const enregistrer = (): boolean => {
    if (!p.cible) return true
    const lu = lireBrouillon(p.cible, brouillon)
    definirRefus(lu.etat === 'incomplet' ? lu.refus : null)
    if (lu.etat !== 'lu') return lu.etat === 'vide'
    const signature = JSON.stringify([lu.constat, complement])
    if (signature === garde.current.envoye) return true
    garde.current.envoye = signature
    garde.current.file = garde.current.file.then(() => envoyer(lu.constat, complement, signature))
    return true
  }

  const changer = (b: Brouillon) => {
    definirRefus(null)
    definirBrouillon(b)
  }
  return { brouillon, changer, complement, definirComplement, refus, echec, attente, enregistre, enregistrer }
}
