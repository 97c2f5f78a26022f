import type { FiltresMesures } from '@/lib/lectures/tableau/filtres'
import type { MesureListee } from '@/lib/lectures/tableau/lister-mesures'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import { adresse } from '@/lib/presentation/tableau/donnees'
import {
  cibleDite,
  constatDit,
  DEBITEURS_DITS,
  ETATS_MESURE,
  JUGEMENTS_DITS,
  periodeDite,
} from '@/lib/presentation/tableau/libelles'
import { typographier } from '@/lib/presentation/typographie'
import { Etiquette } from '../ui/etiquette'
import { PucesFiltre } from '../ui/puces-filtre'
import { Tableau, Td, Th, Tr } from '../ui/tableau'

/** Ce que le chiffre cliqué a choisi, et de quoi l'enlever. */
export function FiltresChoisis({ filtres: f, libelle }: { filtres: FiltresMesures; libelle: string | null }) {
  const sans = (cle: Partial<FiltresMesures>) => adresse('/tableau/mesures', { ...f, ...cle, page: 1 })
  const puces = [
    ...(f.engagement
      ? [
          {
            libelle: libelle ? typographier(libelle) : 'Un engagement',
            href: sans({ engagement: null }),
            actif: true,
          },
        ]
      : []),
    ...(f.jugement
      ? [{ libelle: JUGEMENTS_DITS[f.jugement].mot, href: sans({ jugement: null }), actif: true }]
      : []),
    ...(f.contestees ? [{ libelle: 'Contestées', href: sans({ contestees: null }), actif: true }] : []),
    ...((f.du ?? f.au)
      ? [{ libelle: 'Dates choisies', href: sans({ du: null, au: null }), actif: true }]
      : []),
  ]
  if (puces.length === 0) return null
  return (
    <div className="mb-5">
      <PucesFiltre
        libelle="Choisis"
        puces={puces}
        effacer={sans({ engagement: null, jugement: null, contestees: null, du: null, au: null })}
      />
    </div>
  )
}

export const TableDesMesures = ({ mesures }: { mesures: readonly MesureListee[] }) => (
  <Tableau titre="Mesures" empilable>
    <thead>
      <tr>
        <Th>Engagement</Th>
        <Th>Centre</Th>
        <Th>Période</Th>
        <Th>Cible</Th>
        <Th>Constat</Th>
        <Th>Jugement</Th>
      </tr>
    </thead>
    <tbody>
      {mesures.map((m) => (
        <Tr key={m.id}>
          <Th scope="row" className="sm:max-w-80">
            {typographier(m.libelle)}
            {m.portee && <span className="font-normal"> ({m.portee})</span>}
            <span className="block text-[0.8125rem] font-normal text-encre-2">
              {DEBITEURS_DITS[m.debiteur]}
            </span>
          </Th>
          <Td libelle="Centre">
            <span>
              {m.centres}
              <a
                className="lien block text-[0.8125rem] whitespace-nowrap"
                href={adresseConvention(m.reference)}
              >
                {m.reference}
              </a>
            </span>
          </Td>
          <Td libelle="Période">{periodeDite(m)}</Td>
          <Td libelle="Cible">{cibleDite(m.cible)}</Td>
          <Td libelle="Constat">{constatDit(m) || '–'}</Td>
          <Td libelle="Jugement">
            <span>
              <Etiquette ton={JUGEMENTS_DITS[m.jugement].ton}>{JUGEMENTS_DITS[m.jugement].mot}</Etiquette>
              {m.etat !== 'ATTENDUE' && (
                <span className="block text-[0.8125rem] text-encre-2">{ETATS_MESURE[m.etat]}</span>
              )}
              {m.etat === 'CONTESTEE' && m.motif && (
                <span className="block max-w-64 text-[0.8125rem]">« {typographier(m.motif)} »</span>
              )}
            </span>
          </Td>
        </Tr>
      ))}
    </tbody>
  </Tableau>
)
