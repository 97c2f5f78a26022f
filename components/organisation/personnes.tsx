import { Details } from '@/components/ui/details'
import { Etiquette } from '@/components/ui/etiquette'
import type { FonctionLue } from '@/lib/lectures/organisation/fonctions'
import { nomDePersonne, nomDuPoste, periode } from '@/lib/presentation/organisation/libelles'
import type { RenseignerTitulaire } from './actions-fiche'
import { FormulaireTitulaire } from './formulaires-differes'

type Proprietes = {
  fonctions: readonly FonctionLue[]
  /** Organisations dont l'acteur peut nommer les titulaires. */
  modifiables: readonly string[]
  renseigner: RenseignerTitulaire
  aujourdhui: string
}

/** Postes d'abord, avec leur titulaire ou son absence ; puis ceux qui ont exercé, avec la période attestée. */
export function Personnes({ fonctions, modifiables, renseigner, aujourdhui }: Proprietes) {
  const postes = fonctions.filter((f) => f.jusqua === null || f.jusqua >= aujourdhui)
  const passees = fonctions.filter((f) => !postes.includes(f))
  return (
    <>
      <ul className="divide-y divide-trait border-y border-trait">
        {postes.map((f) => (
          <Poste
            key={f.id}
            poste={f}
            renseigner={modifiables.includes(f.organisationId) && !f.jusqua ? renseigner : null}
          />
        ))}
      </ul>
      {passees.length > 0 && (
        <Details titre="Titulaires passés que les documents nomment" className="mt-4">
          <ul className="space-y-2">
            {passees.map((f) => (
              <li key={f.id}>
                <span className="font-medium">
                  {f.titulaire ? nomDePersonne(f.titulaire) : 'Titulaire non renseigné'}
                </span>
                , {nomDuPoste(f)}
                <span className="block text-sm text-encre-2">
                  Attesté {periode(f.depuis, f.jusqua)}
                  {f.source && `. Source\u00a0: ${f.source}`}
                </span>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

const Poste = ({ poste, renseigner }: { poste: FonctionLue; renseigner: RenseignerTitulaire | null }) => (
  <li className="py-3">
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <p>
        <span className="font-medium">{nomDuPoste(poste)}</span>
        <span className="block text-sm text-encre-2">
          {poste.organisation}
          {poste.signataire && ' · signe pour l’organisation'}
        </span>
      </p>
      {poste.titulaire ? (
        <p className="text-right">
          {nomDePersonne(poste.titulaire)}
          <span className="block text-sm text-encre-2">{periode(poste.depuis, poste.jusqua)}</span>
        </p>
      ) : (
        <Etiquette ton="vigilance">Titulaire à renseigner</Etiquette>
      )}
    </div>
    {renseigner && (
      <Details
        titre={poste.titulaire ? 'Nommer un nouveau titulaire' : 'Renseigner le titulaire'}
        className="mt-1 border-none text-sm last:border-none"
      >
        <FormulaireTitulaire key={`${poste.id}-${poste.version}`} poste={poste} renseigner={renseigner} />
      </Details>
    )}
  </li>
)
