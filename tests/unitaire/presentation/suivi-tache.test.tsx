// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ZoneAnnonce } from '../../../components/ui/annonce'
import { SuiviTache } from '../../../components/ui/suivi-tache'
import { useTacheGardee } from '../../../components/ui/use-tache-gardee'
import type { TacheLue } from '../../../lib/lectures/tache/lire-tache'

const tache = (plus: Partial<TacheLue>): TacheLue => ({
  etat: 'EN_COURS',
  avancement: 0,
  phrase: '',
  fichierId: null,
  erreur: null,
  ...plus,
})
let racine: Root
let reponses: (Response | Error)[]
const repond = (t: Partial<TacheLue>) => Response.json(tache(t))
const page = () => document.body.textContent ?? ''
const attendre = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const statut = () => document.querySelector('[role=status]')?.textContent ?? ''

async function monter(apres?: () => void) {
  const hote = document.body.appendChild(document.createElement('div'))
  racine = createRoot(hote)
  await act(async () =>
    racine.render(
      <ZoneAnnonce>
        <SuiviTache tacheId="t1" libelle="Version comparée" apres={apres} recommencer={() => {}} />
      </ZoneAnnonce>,
    ),
  )
  await attendre(0)
}

beforeEach(() => {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
  vi.useFakeTimers()
  reponses = []
  vi.stubGlobal('fetch', async () => {
    const suite = reponses.length > 1 ? reponses.shift() : reponses[0]
    if (!suite || suite instanceof Error) throw suite ?? new Error('rien')
    return suite.clone()
  })
})
afterEach(async () => {
  await act(async () => racine.unmount())
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('le suivi d’un travail long', () => {
  it('montre l’attente, l’avancement, puis le fichier, et dit la fin une fois', async () => {
    const apres = vi.fn()
    reponses = [
      repond({ etat: 'EN_ATTENTE' }),
      repond({ avancement: 40, phrase: 'Mise en page du PDF' }),
      repond({ etat: 'FAITE', avancement: 100, fichierId: 'f1' }),
    ]
    await monter(apres)
    expect(page()).toContain('attend son tour')
    await attendre(1_000)
    const barre = document.querySelector('[role=progressbar]')
    expect(barre?.getAttribute('aria-valuenow')).toBe('40')
    expect(page()).toContain('Mise en page du PDF')
    expect(statut()).toContain('en préparation')
    await attendre(1_000)
    expect(document.querySelector('a')?.getAttribute('href')).toBe('/api/fichiers/f1')
    expect(statut()).toContain('prêt')
    await attendre(10_000)
    expect(apres).toHaveBeenCalledTimes(1)
  })

  it('dit pourquoi c’est un échec, et propose de recommencer', async () => {
    reponses = [repond({ etat: 'ECHOUEE', erreur: 'Ce travail n’a pas abouti.' })]
    await monter()
    expect(page()).toContain('Ce travail n’a pas abouti.')
    expect(document.querySelector('button')?.textContent).toBe('Recommencer')
    expect(statut()).toContain('échec')
  })

  it('survit à une connexion coupée, sans oublier où il en était', async () => {
    reponses = [repond({ avancement: 40 }), new Error('réseau'), repond({ etat: 'FAITE', fichierId: 'f1' })]
    await monter()
    await attendre(1_000)
    expect(page()).toContain('Connexion perdue')
    expect(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('40')
    await attendre(5_000)
    expect(page()).toContain('prêt')
  })

  it('dit qu’un travail n’est plus gardé', async () => {
    reponses = [new Response('', { status: 404 })]
    await monter()
    expect(page()).toContain('n’est plus gardé')
  })
})

describe('la tâche gardée', () => {
  it('se retrouve après un rechargement, et s’oublie', async () => {
    function Essai() {
      const { tacheId, suivre, oublier } = useTacheGardee('essai')
      return (
        <>
          <output>{tacheId}</output>
          <button type="button" onClick={() => (tacheId ? oublier() : suivre('t9'))} />
        </>
      )
    }
    const monterEssai = async () => {
      racine = createRoot(document.body.appendChild(document.createElement('div')))
      await act(async () => racine.render(<Essai />))
    }
    await monterEssai()
    await act(async () => document.querySelector('button')?.click())
    expect(page()).toBe('t9')
    await act(async () => racine.unmount())
    document.body.innerHTML = ''
    await monterEssai()
    expect(page()).toBe('t9')
    await act(async () => document.querySelector('button')?.click())
    expect(page()).toBe('')
  })
})
