import type { FiltresTableau } from '@/lib/lectures/tableau/filtres'
import type { EtapeComptee, TableauLu } from '@/lib/lectures/tableau/lire-tableau'
import {
  adresse,
  adresseCentre,
  adresseMesures,
  type LigneConformite,
  type PointTendance,
} from '@/lib/presentation/tableau/donnees'
import { conformiteDite, filtreDePeriodeDit } from '@/lib/presentation/tableau/libelles'
import { etapesDites } from '@/lib/presentation/tableau/tables'
import { compter, nombre } from '@/lib/presentation/typographie'
import { Etiquette } from '../ui/etiquette'
import { Pagination } from '../ui/pagination'
import { Tableau, Td, Th, Tr } from '../ui/tableau'
import { TableConformite } from './conformite'

/** Sur un téléphone, la matrice devient la liste des centres ; chacun ouvre le sien. */
export const ListeDesCentres = ({
  lignes,
  filtres,
}: {
  lignes: readonly LigneConformite[]
  filtres: FiltresTableau
}) => (
  <ul className="border-t border-trait">
    {lignes.map((l) => (
      <li key={l.cle} className="flex flex-col gap-1 border-b border-trait py-3">
        <a className="lien font-serif text-lg font-semibold" href={adresseCentre(l.cle, filtres)}>
          {l.libelle}
        </a>
        <span className="text-sm">{conformiteDite(l.conformite)}.</span>
        {l.compte.decompte['non-respecte'] > 0 && (
          <span>
            <Etiquette ton="manque">
              {compter(l.compte.decompte['non-respecte'], 'non respectée', 'non respectées')}
            </Etiquette>
          </span>
        )}
      </li>
    ))}
  </ul>
)

/** Les centres se feuillettent par dix : au-delà, une colonne ne se lit plus. */
export function PagesDeLaMatrice({ tableau: t, filtres }: { tableau: TableauLu; filtres: FiltresTableau }) {
  const debut = t.tousLesCentres.findIndex((c) => c.code === t.centres[0]?.code)
  const page = Math.floor(debut / Math.max(1, t.centres.length)) + 1
  const fin = debut + t.centres.length
  const vers = (p: number) => adresse('/tableau', { ...filtres, page: p })
  const courante = Math.max(page, filtres.page)
  if (t.tousLesCentres.length <= t.centres.length) return null
  return (
    <Pagination
      libelle="Centres de la matrice"
      resume={`Centres ${debut + 1} à ${fin} sur ${nombre(t.tousLesCentres.length)}`}
      precedent={debut > 0 ? vers(courante - 1) : null}
      suivant={fin < t.tousLesCentres.length ? vers(courante + 1) : null}
    />
  )
}

export const TableTendance = ({
  points,
  filtres,
}: {
  points: readonly PointTendance[]
  filtres: FiltresTableau
}) => (
  <TableConformite
    titre="Tendance par trimestre"
    tete="Trimestre"
    lignes={points.map((p) => ({
      cle: p.trimestre,
      libelle: filtreDePeriodeDit(p.trimestre),
      compte: p.compte,
      conformite: p.conformite,
    }))}
    filtres={filtres}
    filtreDe={(periode) => ({ periode })}
    lienDe={(periode) => adresseMesures({ ...filtres, periode })}
  />
)

export function EtapesDesActes({ etapes }: { etapes: readonly EtapeComptee[] }) {
  const lignes = etapesDites([...etapes])
  if (lignes.length === 0) return <p className="text-encre-2">Aucune convention.</p>
  return (
    <Tableau titre="Conventions et avenants par étape" className="max-w-2xl">
      <thead>
        <tr>
          <Th>Actes</Th>
          <Th>Étape</Th>
          <Th nombre>Nombre</Th>
        </tr>
      </thead>
      <tbody>
        {lignes.map((l) => (
          <Tr key={`${l.acte}-${l.libelle}`}>
            <Th scope="row">{l.acte}</Th>
            <Td>
              <Etiquette ton={l.ton}>{l.libelle}</Etiquette>
            </Td>
            <Td nombre>
              <a className="lien" href={`/conventions?etat=${l.etape === 'SIGNEE' ? 'EN_VIGUEUR' : l.etape}`}>
                {nombre(l.nombre)}
              </a>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Tableau>
  )
}
