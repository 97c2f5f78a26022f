'use client'

import { Download, RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { TacheLue } from '@/lib/lectures/tache/lire-tache'
import { pourcentage } from '@/lib/presentation/typographie'
import { useAnnonce } from './annonce'
import { Bouton } from './bouton'
import { Encart } from './encart'
import { LienBouton } from './lien-bouton'
import { Progression } from './progression'

type Proprietes = {
  tacheId: string
  /** Ce qui se prépare : « Version comparée en PDF ». */
  libelle: string
  /** Ce qui est dit une fois fait ; à défaut « <libellé> : prêt ». */
  fait?: string
  /** Texte du lien quand il y a un fichier. */
  telecharger?: string
  /** Une fois, quand c'est fait : rafraîchir la page, par exemple. */
  apres?: () => void
  /** À chaque pas du travail : montrer ce qui est déjà fait, par exemple. */
  pendant?: () => void
  /** Recommencer après un échec ; le bouton n'est là que si elle est donnée. */
  recommencer?: () => void
}

/** Ce que l'on sait : l'état lu, une tâche qui n'est plus gardée, ou une connexion coupée un moment. */
type Vue = { tache: TacheLue | null; perdue: boolean; coupee: boolean }

const INTERVALLE = 1_000
const INTERVALLE_COUPE = 5_000
const finie = (t: TacheLue | null): boolean => t?.etat === 'FAITE' || t?.etat === 'ECHOUEE'

/** Suit un travail long jusqu'à sa fin : barre, phrase, puis le fichier à télécharger ou la raison de l'échec. */
export function SuiviTache({
  tacheId,
  libelle,
  fait = `${libelle}\u00a0: prêt`,
  telecharger = 'Télécharger',
  apres,
  pendant,
  recommencer,
}: Proprietes) {
  const { tache, perdue, coupee } = useEtatTache(tacheId)
  useChaquePas(tache, pendant)
  useAnnonceDeLaFin(tache, libelle, fait, apres)
  const bouton = recommencer && (
    <Bouton
      variante="secondaire"
      taille="petit"
      icone={<RotateCcw aria-hidden size={16} />}
      onPress={recommencer}
    >
      Recommencer
    </Bouton>
  )
  if (perdue)
    return (
      <Encart ton="neutre" titre="Ce travail n’est plus gardé" actions={bouton}>
        <p>Il a été effacé après son délai, ou demandé par une autre personne.</p>
      </Encart>
    )
  if (tache?.etat === 'ECHOUEE')
    return (
      <Encart ton="manque" titre={`${libelle}\u00a0: échec`} actions={bouton}>
        <p>{tache.erreur}</p>
      </Encart>
    )
  if (tache?.etat === 'FAITE') return <Faite tache={tache} fait={fait} telecharger={telecharger} />
  const connu = tache?.etat === 'EN_COURS'
  return (
    <Progression
      libelle={libelle}
      fait={connu ? tache.avancement : undefined}
      total={connu ? 100 : undefined}
      mesure={connu ? pourcentage(tache.avancement / 100) : undefined}
      detail={
        coupee
          ? 'Connexion perdue. Le suivi reprendra de lui-même, le travail continue.'
          : tache?.phrase || 'La demande attend son tour. Vous pouvez quitter cette page et y revenir.'
      }
    />
  )
}

function Faite({ tache, fait, telecharger }: { tache: TacheLue; fait: string; telecharger: string }) {
  return (
    <Encart
      ton="tenu"
      titre={fait}
      actions={
        tache.fichierId && (
          <LienBouton
            href={`/api/fichiers/${tache.fichierId}`}
            prefetch={false}
            download
            taille="petit"
            icone={<Download aria-hidden size={16} />}
          >
            {telecharger}
          </LienBouton>
        )
      }
    />
  )
}

function useEtatTache(id: string): Vue {
  const [vue, definir] = useState<Vue & { id: string }>({ id, tache: null, perdue: false, coupee: false })
  useEffect(() => {
    let minuterie: ReturnType<typeof setTimeout> | undefined
    let arrete = false
    const suivre = async () => {
      const lue = await lire(id)
      if (arrete) return
      definir((avant) => {
        const tache = lue.tache ?? (avant.id === id ? avant.tache : null)
        return { ...lue, id, tache }
      })
      if (lue.perdue || finie(lue.tache)) return
      minuterie = setTimeout(suivre, lue.coupee ? INTERVALLE_COUPE : INTERVALLE)
    }
    void suivre()
    return () => {
      arrete = true
      clearTimeout(minuterie)
    }
  }, [id])
  return vue.id === id ? vue : { tache: null, perdue: false, coupee: false }
}

async function lire(id: string): Promise<Vue> {
  try {
    const reponse = await fetch(`/api/taches/${encodeURIComponent(id)}`, { cache: 'no-store' })
    if (reponse.status === 404) return { tache: null, perdue: true, coupee: false }
    if (!reponse.ok) return { tache: null, perdue: false, coupee: true }
    return { tache: (await reponse.json()) as TacheLue, perdue: false, coupee: false }
  } catch {
    return { tache: null, perdue: false, coupee: true }
  }
}

/** Dit la fin à qui ne voit pas la barre ; les pourcentages, eux, ne sont pas lus un à un. */
function useAnnonceDeLaFin(
  tache: TacheLue | null,
  libelle: string,
  fait: string,
  apres: (() => void) | undefined,
) {
  const annoncer = useAnnonce()
  const etat = tache?.etat
  const dit = useRef<string | undefined>(undefined)
  const suite = useRef(apres)
  useEffect(() => {
    suite.current = apres
  })
  useEffect(() => {
    if (!etat || dit.current === etat) return
    dit.current = etat
    if (etat === 'EN_COURS') annoncer(`${libelle}\u00a0: en préparation`)
    if (etat === 'ECHOUEE') annoncer(`${libelle}\u00a0: échec`)
    if (etat === 'FAITE') {
      annoncer(fait)
      suite.current?.()
    }
  }, [etat, libelle, fait, annoncer])
}

/** Rappelle à chaque phrase nouvelle d'un travail en cours. */
function useChaquePas(tache: TacheLue | null, pendant: (() => void) | undefined) {
  const suite = useRef(pendant)
  useEffect(() => {
    suite.current = pendant
  })
  const pas = tache?.etat === 'EN_COURS' ? tache.phrase : ''
  useEffect(() => {
    if (pas) suite.current?.()
  }, [pas])
}
