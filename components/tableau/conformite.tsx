import type { FiltresMesures, FiltresTableau } from '@/lib/lectures/tableau/filtres'
import { adresseMesures, type LigneConformite } from '@/lib/presentation/tableau/donnees'
import { tauxDit } from '@/lib/presentation/tableau/libelles'
import { INSECABLE, nombre } from '@/lib/presentation/typographie'
import { Tableau, Td, Th, Tr } from '../ui/tableau'

type Proprietes = {
  titre: string
  tete: string
  lignes: readonly LigneConformite[]
  filtres: FiltresTableau
  /** Ce que la ligne ajoute aux filtres. */
  filtreDe: (cle: string) => Partial<FiltresMesures>
  lienDe?: (cle: string) => string
}

/** Conformité en table : chaque nombre ouvre les mesures qu'il compte, un taux montre les siens. */
export function TableConformite({ titre, tete, lignes, filtres, filtreDe, lienDe }: Proprietes) {
  return (
    <Tableau titre={titre} empilable>
      <thead>
        <tr>
          <Th>{tete}</Th>
          <Th nombre>Respectées sur jugées</Th>
          <Th nombre>À surveiller</Th>
          <Th nombre>Non respectées</Th>
          <Th nombre>Non mesurées</Th>
          <Th nombre>Contestées</Th>
        </tr>
      </thead>
      <tbody>
        {lignes.map((l) => {
          const f = { ...filtres, ...filtreDe(l.cle) }
          const c = l.conformite
          const d = l.compte.decompte
          return (
            <Tr key={l.cle}>
              <Th scope="row">
                {lienDe ? (
                  <a className="lien" href={lienDe(l.cle)}>
                    {l.libelle}
                  </a>
                ) : (
                  l.libelle
                )}
              </Th>
              <Td nombre libelle="Respectées">
                {c.jugees === 0 ? (
                  <span className="text-encre-2">aucune jugée</span>
                ) : (
                  <>
                    <a className="lien" href={adresseMesures({ ...f, jugement: 'respecte' })}>
                      {`${nombre(c.respectees)} sur${INSECABLE}${nombre(c.jugees)}`}
                    </a>
                    <span className="text-encre-2">
                      {`, ${tauxDit(c)}`}
                      {c.petitNombre && <span className="block text-xs">petit nombre</span>}
                    </span>
                  </>
                )}
              </Td>
              <Nombre
                n={d['a-surveiller']}
                libelle="À surveiller"
                href={adresseMesures({ ...f, jugement: 'a-surveiller' })}
              />
              <Nombre
                n={d['non-respecte']}
                libelle="Non respectées"
                href={adresseMesures({ ...f, jugement: 'non-respecte' })}
              />
              <Nombre
                n={d['non-mesure']}
                libelle="Non mesurées"
                href={adresseMesures({ ...f, jugement: 'non-mesure' })}
              />
              <Nombre
                n={l.compte.contestees}
                libelle="Contestées"
                href={adresseMesures({ ...f, contestees: 'oui' })}
              />
            </Tr>
          )
        })}
      </tbody>
    </Tableau>
  )
}

const Nombre = ({ n, libelle, href }: { n: number; libelle: string; href: string }) => (
  <Td nombre libelle={libelle}>
    {n ? (
      <a className="lien" href={href}>
        {nombre(n)}
      </a>
    ) : (
      <span className="text-encre-2">0</span>
    )}
  </Td>
)
