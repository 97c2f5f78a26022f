'use client'

import { unstable_rethrow } from 'next/navigation'
import { type ComponentProps, type SyntheticEvent, useEffect, useState, useTransition } from 'react'
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  get,
  type RegisterOptions,
  type Resolver,
  useForm,
} from 'react-hook-form'
import { type MessageErreur, messageChamp, messageErreur } from '@/lib/presentation/erreurs'
import type { Echec, Reponse } from '@/lib/serveur/action'
import { Encart } from './encart'

type Options<V extends FieldValues, T> = {
  valeurs: DefaultValues<V>
  /** Vérification avant l'envoi : `zodResolver(schema, { error: codeDuRefus })`. Le serveur vérifie de toute façon. */
  resolver?: Resolver<V>
  /** Noms français de champs absents de l'écran, pour que leur refus se comprenne. */
  libelles?: Readonly<Record<string, string>>
  /** Après l'enregistrement. Sans elle, la réponse est dans `reussite`. */
  apres?: (valeur: T) => void | Promise<void>
}

type Refus = { message: MessageErreur; autres: string[]; rang: number; balise: HTMLFormElement }

const FAUTIF = ':is(input, select, textarea)[aria-invalid="true"], [data-invalide]'

/**
 * Relie un formulaire à une action : la saisie reste en cas de refus, chaque champ reçoit sa phrase, le premier
 * champ fautif (sinon le message) reçoit le focus, l'attente se voit.
 */
export function useActionFormulaire<V extends FieldValues, T = unknown>(
  action: (saisie: V) => Promise<Reponse<T>>,
  { valeurs, resolver, apres, libelles }: Options<V, T>,
) {
  const formulaire = useForm<V>({ defaultValues: valeurs, resolver, shouldFocusError: false })
  const [attente, lancer] = useTransition()
  const [refus, definirRefus] = useState<Refus | null>(null)
  const [reussite, definirReussite] = useState<T | null>(null)
  const erreurs = formulaire.formState.errors

  useEffect(() => {
    if (!refus) return
    const image = requestAnimationFrame(() => {
      const fautif = refus.balise.querySelector<HTMLElement>(FAUTIF)
      const cible = fautif ?? refus.balise.querySelector<HTMLElement>('[role="alert"]')
      cible?.focus()
    })
    return () => cancelAnimationFrame(image)
  }, [refus])

  const refuser = (balise: HTMLFormElement, erreur: Echec['erreur']) => {
    const champs = Object.entries(erreur.champs ?? {})
    const connus = champs.filter(([nom]) => balise.querySelector(`[name="${CSS.escape(nom)}"]`))
    for (const [nom, code] of connus)
      formulaire.setError(nom as FieldPath<V>, { type: 'serveur', message: code })
    const autres = new Set(
      champs
        .filter((c) => !connus.includes(c))
        .map(([nom, code]) =>
          libelles?.[nom] ? `${libelles[nom]}\u00a0: ${messageChamp(code)}` : messageChamp(code),
        ),
    )
    definirRefus((avant) => ({
      message: messageErreur(erreur),
      autres: [...autres],
      rang: (avant?.rang ?? 0) + 1,
      balise,
    }))
  }

  const envoyer = (balise: HTMLFormElement, saisie: V) =>
    lancer(async () => {
      try {
        const reponse = await action(saisie)
        if (!reponse.ok) return refuser(balise, reponse.erreur)
        definirRefus(null)
        definirReussite(() => reponse.valeur)
        await apres?.(reponse.valeur)
      } catch (erreur) {
        unstable_rethrow(erreur)
        refuser(balise, { code: 'INDISPONIBLE', details: {} })
      }
    })

  const soumettre = (evenement: SyntheticEvent<HTMLFormElement>) => {
    const balise = evenement.currentTarget
    definirReussite(null)
    void formulaire.handleSubmit(
      (saisie) => envoyer(balise, saisie as V),
      () => refuser(balise, { code: 'SAISIE_INVALIDE', details: {} }),
    )(evenement)
  }

  /** Tout ce qu'il faut à un champ : `<Champ libelle="Nom" {...champ('nom')} />`. */
  const champ = (nom: FieldPath<V>, regles?: RegisterOptions<V, FieldPath<V>>) => {
    const code = lireMessage(get(erreurs, nom))
    return {
      ...formulaire.register(nom, regles),
      erreur: typeof code === 'string' ? messageChamp(code) : null,
    }
  }

  return { formulaire, champ, soumettre, attente, refus, reussite }
}

const lireMessage = (erreur: unknown): string | null =>
  typeof erreur === 'object' && erreur !== null && 'message' in erreur && typeof erreur.message === 'string'
    ? erreur.message
    : null

type Liaison = Pick<ReturnType<typeof useActionFormulaire>, 'soumettre' | 'refus'>

/** `<FormulaireAction liaison={f}>` : le formulaire et, en tête, le refus quand il y en a un. */
export function FormulaireAction({
  liaison,
  children,
  ...reste
}: { liaison: Liaison } & Omit<ComponentProps<'form'>, 'onSubmit' | 'action'>) {
  const { refus, soumettre } = liaison
  return (
    <form noValidate {...reste} onSubmit={soumettre}>
      {refus && <EncartRefus key={refus.rang} refus={refus} />}
      {children}
    </form>
  )
}

function EncartRefus({ refus }: { refus: Refus }) {
  return (
    <Encart focalisable ton="manque" annonce="alert" titre={refus.message.titre}>
      <p>{refus.message.conseil}</p>
      {refus.autres.length > 0 && (
        <ul className="list-disc pl-5">
          {refus.autres.map((phrase) => (
            <li key={phrase}>{phrase}</li>
          ))}
        </ul>
      )}
    </Encart>
  )
}
