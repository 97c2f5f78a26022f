import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { Selection } from '@/components/ui/selection'
import { CODES_THEME, THEMES } from '@/lib/domaine/engagement/themes'
import type { FiltresComite } from '@/lib/lectures/tableau/filtres'
import type { Changement, ComiteLu } from '@/lib/lectures/tableau/lire-comite'
import { adresseCentre, adresseMesures, type LigneConformite } from '@/lib/presentation/tableau/donnees'
import { DEBITEURS_DITS, JUGEMENTS_DITS, rapportDit, tauxDit } from '@/lib/presentation/tableau/libelles'
import { lignesDuComite } from '@/lib/presentation/tableau/tables'
import { compter, typographier } from '@/lib/presentation/typographie'
import { Etiquette } from '../ui/etiquette'
import { Tableau, Td, Th, Tr } from '../ui/tableau'

/** Le centre (ou tous), la date de la séance précédente, et d'où part l'avant. */
export function ChoixDuComite({ filtres: f, comite: c }: { filtres: FiltresComite; comite: ComiteLu }) {
  return (
    <form
      method="get"
      action="/tableau/comite"
      className="sans-impression mb-8 flex flex-wrap items-end gap-3"
    >
      {c.options.centres.length > 1 && (
        <Selection
          name="centre"
          libelle="Centre"
          invite="Tous, en plénier"
          options={c.options.centres.map((x) => ({ valeur: x.code, libelle: x.ville }))}
          defaultValue={f.centre ?? ''}
          className="w-full sm:w-48"
        />
      )}
      <Champ
        name="depuis"
        type="date"
        libelle="Séance précédente"
        defaultValue={c.depuis}
        className="w-full sm:w-48"
      />
      <Champ
        name="du"
        type="date"
        libelle="Avant, à partir du"
        defaultValue={c.avant.du}
        className="w-full sm:w-48"
      />
      <Bouton type="submit" variante="secondaire">
        Comparer
      </Bouton>
    </form>
  )
}

export const Changements = ({
  changements,
  filtres,
}: {
  changements: readonly Changement[]
  filtres: FiltresComite
}) =>
  changements.length === 0 ? (
    <p className="text-encre-2">Aucun jugement n’a changé.</p>
  ) : (
    <ul className="max-w-4xl border-t border-trait">
      {changements.map((x, i) => (
        <li key={i} className="grid gap-x-6 gap-y-1 border-b border-trait py-2.5 sm:grid-cols-[1fr_auto]">
          <span className="min-w-0">
            <a className="lien font-medium" href={adresseCentre(x.centre)}>
              {x.ville}
            </a>{' '}
            : {typographier(x.libelle)}
            <span className="block text-sm text-encre-2">{DEBITEURS_DITS[x.debiteur]}</span>
          </span>
          <a
            className="flex flex-wrap items-center gap-2 self-start no-underline hover:underline"
            href={adresseMesures({
              centre: x.centre,
              engagement: x.cle,
              periode: 'tout',
              theme: filtres.theme,
            })}
          >
            <span className="text-sm text-encre-2">
              {x.avant ? JUGEMENTS_DITS[x.avant].mot : 'Sans mesure'}, puis
            </span>
            <Etiquette ton={JUGEMENTS_DITS[x.apres].ton}>{JUGEMENTS_DITS[x.apres].mot}</Etiquette>
          </a>
        </li>
      ))}
    </ul>
  )

export function TableDuComite({ comite: c, filtres }: { comite: ComiteLu; filtres: FiltresComite }) {
  const lignes = lignesDuComite(c)
  const bornes = { avant: { du: c.avant.du, au: c.avant.au }, apres: { du: c.apres.du, au: null } }
  return (
    <Tableau titre="Engagements, avant et après" empilable>
      <thead>
        <tr>
          <Th>Engagement</Th>
          <Th>Avant</Th>
          <Th>Après</Th>
        </tr>
      </thead>
      {CODES_THEME.filter((t) => lignes.some((l) => l.theme === t)).map((t) => (
        <tbody key={t}>
          <tr>
            <Th scope="rowgroup" colSpan={3} className="bg-fond font-serif text-base font-semibold">
              {THEMES[t]}
            </Th>
          </tr>
          {lignes
            .filter((l) => l.theme === t)
            .map((l) => (
              <Tr key={l.cle}>
                <Th scope="row">
                  {typographier(l.libelle)}
                  <span className="block text-[0.8125rem] font-normal text-encre-2">
                    {DEBITEURS_DITS[l.debiteur]}
                  </span>
                </Th>
                {(['avant', 'apres'] as const).map((cote) => (
                  <Td key={cote} libelle={cote === 'avant' ? 'Avant' : 'Après'}>
                    <Cote
                      ligne={l[cote]}
                      href={adresseMesures({ centre: filtres.centre, engagement: l.cle, ...bornes[cote] })}
                    />
                  </Td>
                ))}
              </Tr>
            ))}
        </tbody>
      ))}
    </Tableau>
  )
}

function Cote({ ligne: { conformite: k }, href }: { ligne: LigneConformite; href: string }) {
  if (k.jugees + k.nonMesurees === 0) return <span className="text-encre-2">–</span>
  return (
    <a className="lien" href={href}>
      {k.jugees ? `${rapportDit(k)}, ${tauxDit(k)}` : 'aucune jugée'}
      {k.petitNombre && ' (petit nombre)'}
      {k.nonMesurees > 0 && `, ${compter(k.nonMesurees, 'non mesurée', 'non mesurées')}`}
    </a>
  )
}
