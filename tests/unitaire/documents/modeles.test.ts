import { describe, expect, it } from 'vitest'
import { rendreDocx } from '@/lib/documents/docx'
import { rendrePdfDetaille } from '@/lib/documents/pdf'
import { obstaclesFinalisation } from '@/lib/domaine/texte/finalisation'
import type { ModeleSource } from '@/lib/domaine/texte/modele-source'
import { conventionActivitePartagee } from '@/prisma/socle/modeles/convention-activite-partagee'
import { conventionAffiliation } from '@/prisma/socle/modeles/convention-affiliation'
import { conventionCadre } from '@/prisma/socle/modeles/convention-cadre'
import { documentDuModele, texteDuModele } from '../../fabriques/document-du-modele'

const MODELES: [string, ModeleSource, number][] = [
  ['convention-cadre', conventionCadre, 13],
  ['affiliation', conventionAffiliation, 14],
  ['activité partagée', conventionActivitePartagee, 6],
]
const LONGUE = `Saint-${'Très-Long-Nom-De-Commune-'.repeat(12)}Sur-Seine`.slice(0, 300)

describe.each(MODELES)('Modèle %s', (_nom, modele, articles) => {
  it('peut être finalisé quand tout est rempli, et nomme ce qui manque sinon', () => {
    expect(obstaclesFinalisation(texteDuModele(modele))).toEqual([])
    const manques = obstaclesFinalisation(texteDuModele(modele, { rempli: false }))
    expect(manques.length).toBeGreaterThan(0)
    expect(manques.every((m) => m.genre === 'valeur-manquante')).toBe(true)
  })

  it('rempli : tous ses articles, sommaire juste, aucune lacune hors mentions tardives', async () => {
    const document = documentDuModele(modele, { annexes: true })
    const titres = document.sections.flatMap((s) =>
      s.blocs.flatMap((b) => (b.genre === 'titre' ? [b.numero] : [])),
    )
    expect(titres.filter((t) => t.startsWith('Article'))).toHaveLength(articles)
    expect(titres).toContain('Article 1er')
    expect(document.lacunes.filter((l) => !l.tardive)).toEqual([])
    const { octets, nombreDePages, pages } = await rendrePdfDetaille(document)
    expect(octets.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(nombreDePages).toBeGreaterThan(2)
    expect(pages.size).toBeGreaterThanOrEqual(articles)
  }, 60_000)

  it('vide : un projet lisible, lacunes surlignées', async () => {
    const document = documentDuModele(modele, { rempli: false })
    expect(document.lacunes.length).toBeGreaterThan(3)
    expect((await rendrePdfDetaille(document)).nombreDePages).toBeGreaterThan(2)
    expect((await rendreDocx(document)).subarray(0, 2).toString('latin1')).toBe('PK')
  }, 60_000)

  it('à l’extrême : commune de 300 caractères et 60 signataires', async () => {
    const document = documentDuModele(modele, {
      annexes: true,
      signataires: 60,
      valeurs: {
        commune: {
          genre: 'commune',
          nom: LONGUE,
          tncc: 0,
          codeInsee: '94003',
          departement: { code: '94', nom: 'Val-de-Marne', tncc: 2 },
        },
        gestionnaire: {
          genre: 'designation',
          nom: `commune de ${LONGUE.slice(0, 280)}`,
          sigle: 'Commune',
          article: 'la',
          feminin: true,
        },
      },
    })
    expect((await rendrePdfDetaille(document)).nombreDePages).toBeGreaterThan(5)
  }, 90_000)
})
