import Link from 'next/link'
import { Etiquette } from '@/components/ui/etiquette'
import type { ModeleResume } from '@/lib/lectures/modele/lire-modeles'
import { adresseModele, avecGroupe } from '@/lib/presentation/bibliotheque/adresses'
import { etatValidation, nomDeVersion } from '@/lib/presentation/bibliotheque/modele'
import { compter, dateEnLettres } from '@/lib/presentation/typographie'

/** Les modèles, un par ligne : ce qu'ils organisent, leur version, leur validation, leur usage. */
export const ListeModeles = ({
  modeles,
  groupe,
}: {
  modeles: readonly ModeleResume[]
  groupe: string | null
}) => (
  <ul className="max-w-5xl border-t border-trait">
    {modeles.map((m) => {
      const validation = etatValidation(m)
      return (
        <li
          key={m.code}
          className="relative flex flex-col gap-2 border-b border-trait bg-surface px-4 py-5 hover:bg-fond sm:px-6"
        >
          <h2 className="font-serif text-xl font-semibold">
            <Link
              href={avecGroupe(adresseModele(m.code), groupe)}
              className="no-underline after:absolute after:inset-0 hover:text-accent"
            >
              {m.intitule}
            </Link>
          </h2>
          <p className="max-w-lecture text-pretty">{m.resume}</p>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-encre-2">
            <Etiquette ton={validation.ton}>{validation.libelle}</Etiquette>
            <span>
              {nomDeVersion(m)}, publiée le {dateEnLettres(m.publieeLe)}
            </span>
            {m.projet && <Etiquette ton="accent">Projet de version en cours</Etiquette>}
            {m.conventions > 0 && <span>{compter(m.conventions, 'convention')}</span>}
            {!m.redaction && <span>À lire seulement</span>}
          </p>
        </li>
      )
    })}
  </ul>
)
