'use client'

import Link from 'next/link'
import { Bouton } from '@/components/ui/bouton'
import { Details } from '@/components/ui/details'
import { joindre } from '@/components/ui/joindre'
import type { DateIso } from '@/lib/domaine/calendrier/dates'
import type { ValeurParametre } from '@/lib/domaine/texte/parametres'
import {
  type CentreDit,
  exceptionsDites,
  type ModificationDite,
  resumeDuCentre,
  type TermeDit,
} from '@/lib/presentation/campagne/nouvelle'
import { avecTermeCommun } from '@/lib/presentation/campagne/terme'
import { dateEnLettres } from '@/lib/presentation/typographie'
import { ValeurPropre } from './valeur-propre'

export type ChoixCentre = {
  retenu: boolean
  valeurs: Record<string, ValeurParametre>
  ecartees: string[]
}
type Proprietes = {
  centre: CentreDit
  modifications: readonly ModificationDite[]
  terme: TermeDit | null
  choix: ChoixCentre
  /** Dernier jour que la règle commune lui donne. */
  commun: DateIso | null
  changer: (partiel: Partial<ChoixCentre>) => void
}

/** Un centre à cocher, ce qu'il recevra, et de quoi s'en écarter pour lui seul. */
export function LigneCentre({ centre: c, modifications, terme, choix, commun, changer }: Proprietes) {
  const proposable = c.possible && !c.sansObjet
  const effectif = avecTermeCommun(choix, commun)
  const { phrase, gestes } = resumeDuCentre(c, effectif, terme)
  const exceptions = exceptionsDites(c, effectif, terme)
  const jour = effectif.valeurs.terme
  return (
    <li className="border-b border-trait py-2">
      <label className={joindre('flex min-h-11 items-start gap-3 py-1.5', proposable && 'cursor-pointer')}>
        <input
          type="checkbox"
          disabled={!proposable}
          checked={proposable && choix.retenu}
          onChange={(e) => changer({ retenu: e.target.checked })}
          className="mt-0.5 size-5 shrink-0 accent-accent"
        />
        <span className="min-w-0">
          <span className="font-semibold">{c.ville}</span>{' '}
          <span className="text-sm whitespace-nowrap text-encre-2 tabular-nums">{c.reference}</span>
          <span className={joindre('block text-[0.9375rem]', gestes > 0 ? 'text-vigilance' : 'text-encre-2')}>
            {phrase}
            {proposable && jour?.genre === 'date' && `, jusqu’au ${dateEnLettres(jour.date)}`}
          </span>
        </span>
      </label>
      {proposable && c.ouverts.length > 0 && (
        <div className="flex flex-col items-start gap-1 pb-2 pl-8 text-[0.9375rem]">
          {c.ouverts.map((o) => (
            <p key={o.reference} className="text-vigilance">
              L’avenant{' '}
              <Link className="lien whitespace-nowrap tabular-nums" href={o.adresse}>
                {o.reference}
              </Link>{' '}
              ({o.etat}) change aussi : {o.passages.join(', ')}.
            </p>
          ))}
          {choix.retenu && (
            <Bouton variante="secondaire" taille="petit" onPress={() => changer({ retenu: false })}>
              Laisser ce centre de côté
            </Bouton>
          )}
        </div>
      )}
      {exceptions.length > 0 && (
        <ul className="list-disc pb-2 pl-13 text-[0.9375rem]">
          {exceptions.map((e) => (
            <li key={e.cible}>{e.phrase}</li>
          ))}
        </ul>
      )}
      {proposable && choix.retenu && (
        <Details titre="Valeurs et exceptions de ce centre" className="ml-8 border-none!">
          <ul className="flex flex-col gap-4">
            {modifications.map((m) => {
              const ecartee = choix.ecartees.includes(m.cible)
              return (
                <li key={m.cible} className="flex flex-col gap-2">
                  <label className="flex min-h-11 cursor-pointer items-start gap-3 py-1.5">
                    <input
                      type="checkbox"
                      checked={!ecartee}
                      onChange={(e) =>
                        changer({
                          ecartees: e.target.checked
                            ? choix.ecartees.filter((x) => x !== m.cible)
                            : [...choix.ecartees, m.cible],
                        })
                      }
                      className="mt-0.5 size-5 shrink-0 accent-accent"
                    />
                    <span>{m.nom}</span>
                  </label>
                  {!ecartee && m.saisie && (
                    <ValeurPropre
                      definition={m.saisie}
                      actuelle={c.actuelles[m.cible] ?? ''}
                      differente={
                        c.exceptions.some((e) => e.cible === m.cible && e.parValeur) &&
                        !(m.cible === 'terme' && commun !== null)
                      }
                      valeur={choix.valeurs[m.cible] ?? null}
                      changer={(v) => {
                        const { [m.cible]: _, ...autres } = choix.valeurs
                        changer({ valeurs: v ? { ...autres, [m.cible]: v } : autres })
                      }}
                    />
                  )}
                </li>
              )
            })}
          </ul>
        </Details>
      )}
    </li>
  )
}
