import { BookOpenText } from 'lucide-react'
import Link from 'next/link'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { ErreurChamp } from '@/components/ui/enrobage-champ'
import { Etiquette } from '@/components/ui/etiquette'
import type { ModeleAChoisir } from '@/lib/lectures/convention/preparer-creation'

/** Modèles en cartes : ce qu'ils organisent, où en est leur validation. Le non proposé reste visible, avec sa raison. */
export function ChoixModele({
  modeles,
  champ,
  erreur,
}: {
  modeles: readonly ModeleAChoisir[]
  champ: UseFormRegisterReturn
  erreur: string | null
}) {
  return (
    <fieldset>
      <legend className="font-serif text-xl font-semibold">1. Le modèle</legend>
      <p className="mb-3 text-encre-2">
        Le texte de départ. Tout pourra ensuite s’adapter, article par article.
      </p>
      {erreur && <ErreurChamp id="modele">{erreur}</ErreurChamp>}
      <div className="grid gap-3 lg:grid-cols-2">
        {modeles
          .filter((m) => m.redaction)
          .map((m) => (
            <label
              key={m.versionId}
              className="flex cursor-pointer gap-3 rounded-md border border-trait-fort bg-surface p-4 hover:border-accent has-checked:border-accent has-checked:bg-accent-fond has-checked:outline-2 has-checked:outline-accent has-focus-visible:outline-3 has-focus-visible:outline-focus"
            >
              <input
                {...champ}
                type="radio"
                value={m.versionId}
                className="mt-1 size-5 shrink-0 accent-accent outline-none"
              />
              <span className="flex min-w-0 flex-col gap-1.5">
                <span className="font-serif text-lg leading-snug font-semibold">{m.intitule}</span>
                <span className="text-[0.9375rem] text-pretty">{m.resume}</span>
                <span className="flex flex-wrap items-center gap-2 text-sm text-encre-2">
                  Version {m.numero}
                  {m.valide ? (
                    <Etiquette ton="tenu">Validé par le service juridique</Etiquette>
                  ) : (
                    <Etiquette ton="vigilance">Proposition, à valider par votre service juridique</Etiquette>
                  )}
                </span>
              </span>
            </label>
          ))}
      </div>
      {modeles
        .filter((m) => !m.redaction)
        .map((m) => (
          <p key={m.versionId} className="mt-3 flex gap-2 text-sm text-encre-2">
            <BookOpenText aria-hidden size={18} className="mt-0.5 shrink-0" />
            <span>
              <Link className="lien" href={`/bibliotheque/${m.code}`}>
                {m.intitule}
              </Link>{' '}
              se lit dans la bibliothèque. Elle se rattache à une convention-cadre signée et porte un prix
              convenu : elle ne se rédige pas encore ici.
            </span>
          </p>
        ))}
    </fieldset>
  )
}
