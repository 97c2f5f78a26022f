import type { FiltresTableau } from '@/lib/lectures/tableau/filtres'
import type { SiegeLu } from '@/lib/lectures/tableau/lire-siege'
import { adresseCentre, adresseMesures, ligneDe } from '@/lib/presentation/tableau/donnees'
import { rapportDit, tauxDit } from '@/lib/presentation/tableau/libelles'
import { COOPERATIONS_DITES } from '@/lib/presentation/tableau/tables'
import { Etiquette } from '../ui/etiquette'
import { Tableau, Td, Th, Tr } from '../ui/tableau'

/** Centre × groupe : la coopération d'abord, puis ce qu'elle tient. */
export const TableDuSiege = ({ siege: s, filtres }: { siege: SiegeLu; filtres: FiltresTableau }) => (
  <Tableau titre="Coopération par centre et par groupe" empilable>
    <thead>
      <tr>
        <Th>Centre</Th>
        {s.groupes.map((g) => (
          <Th key={g.code}>{g.sigle ?? g.nom}</Th>
        ))}
      </tr>
    </thead>
    <tbody>
      {s.centres.map((c) => (
        <Tr key={c.code}>
          <Th scope="row">
            <a className="lien" href={adresseCentre(c.code, filtres)}>
              {c.ville}
            </a>
          </Th>
          {s.groupes.map((g) => {
            const lien = c.groupes.get(g.code)
            const { conformite: k } = ligneDe('', '', s.agregats.couple.get(`${g.code}/${c.code}`))
            const dit = lien && COOPERATIONS_DITES[lien]
            return (
              <Td key={g.code} libelle={g.sigle ?? g.nom}>
                {dit ? (
                  <span>
                    <Etiquette ton={dit.ton}>{dit.mot}</Etiquette>
                    {k.jugees + k.nonMesurees > 0 && (
                      <a
                        className="lien mt-0.5 block text-[0.8125rem]"
                        href={adresseMesures({ ...filtres, groupe: g.code, centre: c.code })}
                      >
                        {k.jugees ? `${rapportDit(k)}, ${tauxDit(k)}` : 'aucune jugée'}
                        {k.nonMesurees > 0 && ` ; ${k.nonMesurees} non mesurées`}
                      </a>
                    )}
                  </span>
                ) : (
                  <span className="text-encre-2">
                    <span aria-hidden>–</span>
                    <span className="sr-only">Pas de relation connue</span>
                  </span>
                )}
              </Td>
            )
          })}
        </Tr>
      ))}
    </tbody>
  </Tableau>
)
