'use client'

import { Undo2 } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { ZoneAnnonce } from '@/components/ui/annonce'
import { Bouton } from '@/components/ui/bouton'
import { joindre } from '@/components/ui/joindre'
import { parcourir } from '@/lib/domaine/texte/numerotation'
import { manquesDe } from '@/lib/presentation/redaction/acte'
import { Abandon } from './abandon'
import { Bandeaux } from './bandeaux'
import { EnteteRedaction } from './entete'
import { useAncre } from './etat/ancre'
import { useGestes } from './etat/gestes'
import { lectureDe, parametresDe } from './etat/resolution'
import { type Depart, useRedaction } from './etat/use-redaction'
import { Feuille } from './feuille'
import { MargeUnite } from './marge/marge-unite'
import { ParcoursManques } from './marge/parcours-manques'
import { Parties } from './marge/parties'
import { PIECES_DU_PROJET, type PiecesRedaction } from './pieces'
import { Plan } from './plan'
import type { Poste } from './poste'
import { type Volet, Volets } from './volets'

/** Titre et comparution : la feuille remonte en haut, aucune unité n'est choisie. */
const TETE = ''

type Panneau = 'unite' | 'manques' | 'parties'

/** L'écran de rédaction : le plan, la feuille, la marge de l'article choisi. */
export function Redaction({
  maintenant,
  pieces = PIECES_DU_PROJET,
  ...depart
}: Depart & { maintenant: Date; pieces?: PiecesRedaction }) {
  const etat = useRedaction({ ...depart, brouillon: pieces.brouillon })
  const { acte, instantane, tampon } = etat
  const gestes = useGestes(etat, depart.actions, pieces.mots)
  const lecture = useMemo(() => lectureDe(acte), [acte])
  const manques = useMemo(() => manquesDe(acte), [acte])
  const parUnite = useMemo(() => {
    const cles = new Set(manques.map((m) => m.cle))
    return new Map(acte.unites.map((u) => [u.identite, parametresDe(u).filter((c) => cles.has(c)).length]))
  }, [acte.unites, manques])
  const poste: Poste = { etat, lecture, gestes, manques, parUnite, maintenant, pieces }

  const [choisie, definirChoisie] = useState<string | null>(() => premiereUtile(depart))
  const [panneau, definirPanneau] = useState<Panneau>('unite')
  const [onglet, definirOnglet] = useState('texte')
  const [volet, definirVolet] = useState<Volet>('feuille')
  const [abandon, definirAbandon] = useState(false)
  const unite = acte.unites.find((u) => u.identite === choisie)

  const ecrireAncre = useAncre((identite) => {
    if (!acte.unites.some((u) => u.identite === identite)) return
    definirChoisie(identite)
    definirPanneau('unite')
    gestes.fermerRefus()
    // Sur un téléphone, une ancre suivie depuis le plan montre le texte ; ailleurs, on reste où l'on lit.
    definirVolet((v) => (v === 'plan' ? 'feuille' : v))
  })
  const choisir = (identite: string, ouvrir: Volet = 'marge') => {
    definirChoisie(identite)
    definirPanneau('unite')
    definirVolet(ouvrir)
    gestes.fermerRefus()
    ecrireAncre(identite)
  }
  const montrer = (p: Panneau) => {
    definirPanneau(p)
    definirVolet('marge')
    gestes.fermerRefus()
    ecrireAncre(null)
    if (p === 'manques') definirChoisie(manques[0]?.unite ?? TETE)
    if (p === 'parties') definirChoisie(TETE)
  }
  const versParametre = (cle: string, identite: string | null) => {
    const connu = acte.definitions.some((d) => d.cle === cle)
    if (identite) {
      choisir(identite)
      definirOnglet(connu ? 'valeurs' : 'texte')
    } else montrer('parties')
    if (connu) definirAChercher(cle)
  }
  const [aChercher, definirAChercher] = useState<string | null>(null)
  useEffect(() => {
    if (!aChercher) return
    const image = requestAnimationFrame(() => {
      const champ = document.querySelector<HTMLElement>(`[data-champ="${CSS.escape(aChercher)}"]`)
      champ?.scrollIntoView({ block: 'center' })
      champ?.querySelector<HTMLElement>('textarea, input, select, [tabindex]')?.focus()
      definirAChercher(null)
    })
    return () => cancelAnimationFrame(image)
  }, [aChercher])

  return (
    <ZoneAnnonce>
      <div className="flex flex-col gap-3 lg:-mt-4 lg:-mb-10">
        <EnteteRedaction
          poste={poste}
          parcours={panneau === 'manques'}
          onManques={() => montrer('manques')}
          onParties={() => montrer('parties')}
          onAbandonner={() => definirAbandon(true)}
        />
        {pieces.Entete && <pieces.Entete poste={poste} />}
        <Bandeaux
          instantane={instantane}
          reference={acte.reference}
          retrouvees={etat.retrouvees}
          rejouer={() => tampon.rejouer()}
        />
        <Volets volet={volet} onVolet={definirVolet} />
        <div className="grid grid-cols-1 gap-4 lg:h-[calc(100dvh-14rem)] lg:min-h-120 lg:grid-cols-[14rem_minmax(0,1fr)_minmax(20rem,28rem)] 2xl:grid-cols-[17rem_minmax(0,1fr)_30rem]">
          <div className={joindre('min-w-0 lg:block lg:overflow-auto', volet !== 'plan' && 'hidden')}>
            <Plan
              acte={acte}
              choisie={choisie}
              manques={parUnite}
              etats={instantane.etats}
              mots={pieces.mots}
              onChoix={choisir}
            />
          </div>
          <div
            className={joindre(
              'min-w-0 h-[75dvh] lg:block lg:h-full lg:min-h-0',
              volet !== 'feuille' && 'hidden',
            )}
          >
            <Feuille
              acte={acte}
              maintenant={maintenant}
              choisie={choisie}
              montree={volet === 'feuille'}
              onUnite={(u) => choisir(u, 'marge')}
              onParametre={versParametre}
            />
          </div>
          <div
            className={joindre('min-w-0 lg:block lg:overflow-auto lg:pr-1', volet !== 'marge' && 'hidden')}
          >
            {panneau === 'manques' ? (
              <ParcoursManques
                poste={poste}
                onUnite={(u) => definirChoisie(u ?? TETE)}
                onFin={() => definirPanneau('unite')}
              />
            ) : panneau === 'parties' ? (
              <Parties poste={poste} />
            ) : unite ? (
              <MargeUnite
                key={unite.identite}
                poste={poste}
                unite={unite}
                onglet={onglet}
                onOnglet={definirOnglet}
              />
            ) : (
              <p className="text-encre-2">Choisissez un article dans le plan ou sur la feuille.</p>
            )}
            {gestes.annulable && (
              <p
                role="status"
                className="sticky bottom-0 mt-4 flex items-center justify-between gap-3 border-t border-trait bg-fond py-2 text-sm"
              >
                {gestes.annulable.phrase}
                <Bouton
                  variante="secondaire"
                  taille="petit"
                  icone={<Undo2 aria-hidden size={16} />}
                  onPress={gestes.annulable.annuler}
                >
                  Annuler
                </Bouton>
              </p>
            )}
          </div>
        </div>
      </div>
      <Abandon poste={poste} ouvert={abandon} onOuvert={definirAbandon} />
    </ZoneAnnonce>
  )
}

/** Le premier article, sinon la première unité : la feuille s'ouvre sur du texte à travailler. */
function premiereUtile({ acte }: Depart): string | null {
  const unites = parcourir(acte.unites)
  return (unites.find((u) => u.genre === 'article' && !u.omise) ?? unites[0])?.identite ?? null
}
