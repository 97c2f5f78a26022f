'use client'

import { useState } from 'react'
import type { CodeErreur, DetailsErreur } from '@/lib/domaine/erreurs'
import type { ValeurSuivie } from '@/lib/domaine/texte/variantes'
import { phraseValeurSuivie } from '@/lib/presentation/conventions/valeurs-de-variante'
import { messageErreur } from '@/lib/presentation/erreurs'
import { cibleParametre, cibleUnite } from '@/lib/presentation/redaction/acte'
import type { UniteLue } from '@/lib/presentation/redaction/types'
import type { Reponse } from '@/lib/serveur/action'
import type { ActionsRedaction } from '../actions'
import type { MotsRedaction } from '../pieces'
import { estServeurChange, valeurDe } from './liaison'
import type { EtatRedaction } from './use-redaction'

export type Annulable = { phrase: string; annuler: () => void }
type Refus = { titre: string; conseil: string }

/** Gestes qui ne sont pas de la frappe : variante, omission, fiche, abandon. Chacun se dit et s'annule. */
export function useGestes(etat: EtatRedaction, actions: ActionsRedaction, mots: MotsRedaction) {
  const [annulable, definirAnnulable] = useState<Annulable | null>(null)
  const [refus, definirRefus] = useState<Refus | null>(null)
  const [attente, definirAttente] = useState(false)
  const { tampon, acte } = etat
  const { acteId } = acte

  /** Enregistre d'abord ce qui est tapé, fait le geste sur cette version, relit l'acte. */
  const agir = async (
    cible: string,
    geste: (version: number) => Promise<Reponse<unknown>>,
  ): Promise<boolean> => {
    definirAttente(true)
    definirRefus(null)
    try {
      if (!(await tampon.vider(cible))) return refuser('INDISPONIBLE')
      const r = await geste(tampon.versionDe(cible))
      await etat.rafraichir()
      return r.ok ? true : refuser(r.erreur.code, r.erreur.details)
    } catch (erreur) {
      if (!estServeurChange(erreur)) return refuser('INDISPONIBLE')
      definirRefus({
        titre: 'L’application a été mise à jour',
        conseil: 'Rechargez la page, puis recommencez.',
      })
      return false
    } finally {
      definirAttente(false)
    }
  }
  const refuser = (code: CodeErreur, details: DetailsErreur = {}) => {
    const message = messageErreur({ code, details })
    const relu = code === 'MODIFIE_ENTRE_TEMPS'
    definirRefus(
      relu
        ? {
            titre: message.titre,
            conseil: 'Le texte affiché vient d’être relu : vérifiez-le, puis recommencez.',
          }
        : message,
    )
    return false
  }
  const dire = (phrase: string, annuler: () => void) =>
    definirAnnulable({
      phrase,
      annuler: () => {
        definirAnnulable(null)
        annuler()
      },
    })

  const changerVariante = async (u: UniteLue, variante: string | null, phrase: string): Promise<boolean> => {
    const avant = { titre: u.titre, contenu: u.contenu }
    const cible = cibleUnite(u.identite)
    // Une valeur tapée à l'instant doit être au serveur avant qu'il juge si elle a été changée à la main.
    const portees = u.modele?.variantes.flatMap((v) => Object.keys(v.valeurs ?? {})) ?? []
    for (const cle of new Set(portees))
      if (!(await tampon.vider(cibleParametre(cle)))) return refuser('INDISPONIBLE')
    let valeurs: ValeurSuivie[] = []
    const fait = await agir(cible, async (version) => {
      const r = await actions.choisirVarianteUnite({ acteId, identite: u.identite, version, variante })
      if (r.ok) valeurs = r.valeur.valeurs
      return r
    })
    if (!fait) return false
    const suite = valeurs.map((v) => phraseValeurSuivie(v, acte.definitions))
    dire([phrase, ...suite].join(' '), () => {
      tampon.noter(cible, avant)
      for (const v of valeurs) if (!v.gardee) tampon.noter(cibleParametre(v.cle), v.avant)
    })
    return true
  }
  const omettre = async (u: UniteLue, motif: string): Promise<boolean> => {
    const { identite } = u
    const fait = await agir(cibleUnite(identite), (version) =>
      actions.omettre({ acteId, identite, version, motif }),
    )
    if (fait) dire(mots.omettre.dit, () => void retablir(u))
    return fait
  }
  /** Le motif part avec ce qui attend de cet article ; il ne se défait pas d'un clic, il se récrit. */
  const motiver = (u: UniteLue, motif: string): Promise<boolean> =>
    agir(cibleUnite(u.identite), (version) =>
      actions.motiver({ acteId, identite: u.identite, version, motif }),
    )
  const retablir = async (u: UniteLue) => {
    const { identite, motif } = u
    const fait = await agir(cibleUnite(identite), (version) =>
      actions.retablir({ acteId, identite, version }),
    )
    if (fait && motif) dire(mots.omise.remis, () => void omettre(u, motif))
    else definirAnnulable(null)
  }
  /** Joint, remplace ou ôte (`null`) ; l'annulation remet ce qu'il y avait. */
  const joindreFormulaire = async (
    identite: string,
    fichierId: string | null,
    precedent: string | null,
  ): Promise<boolean> => {
    const fait = await agir(cibleUnite(identite), (version) =>
      actions.joindreFormulaireVierge({ acteId, identite, version, fichierId }),
    )
    const phrase = fichierId ? 'Formulaire joint à l’annexe.' : 'Formulaire ôté de l’annexe.'
    if (fait) dire(phrase, () => void joindreFormulaire(identite, precedent, fichierId))
    return fait
  }
  const reprendreFiche = async (cle: string) => {
    const cible = `parametre:${cle}`
    const avant = valeurDe(acte, cible)?.valeur ?? null
    const fait = await agir(cible, (version) => actions.reprendreDeLaFiche({ acteId, cle, version }))
    if (fait) dire('Valeur reprise de la fiche.', () => tampon.noter(cible, avant))
  }
  const abandonner = async (motif: string): Promise<boolean> => {
    definirAttente(true)
    try {
      const r = await actions.abandonner({ acteId, version: acte.version, motif })
      return r.ok ? true : refuser(r.erreur.code, r.erreur.details)
    } catch {
      return refuser('INDISPONIBLE')
    } finally {
      definirAttente(false)
    }
  }
  return {
    annulable,
    refus,
    attente,
    fermer: () => definirAnnulable(null),
    fermerRefus: () => definirRefus(null),
    changerVariante,
    motiver,
    omettre,
    retablir,
    deposer: actions.deposer,
    joindreFormulaire,
    reprendreFiche,
    abandonner,
  }
}
export type Gestes = ReturnType<typeof useGestes>
