import { type PuceFiltre, PucesFiltre } from '@/components/ui/puces-filtre'
import type { FiltresConventions, Tri } from '@/lib/lectures/convention/filtres'
import { adresseListe } from '@/lib/presentation/conventions/adresses'
import { ETATS_PROPOSES, libelleFiltreEtat } from '@/lib/presentation/conventions/etats'

type Options = {
  groupes: readonly { code: string; nom: string; sigle: string | null }[]
  modeles: readonly { code: string; intitule: string }[]
}
const TRIS: Record<Tri, string> = { recent: 'Récemment modifiées', commune: 'Ville', reference: 'Référence' }

/** Filtres en puces : chacune est une adresse, qui se copie et s'envoie. */
export function FiltresDeListe({ filtres, options }: { filtres: FiltresConventions; options: Options }) {
  const base = { ...filtres, apres: null }
  const puces = <C extends 'etat' | 'groupe' | 'modele'>(
    cle: C,
    valeurs: readonly { valeur: NonNullable<FiltresConventions[C]>; libelle: string }[],
  ): PuceFiltre[] =>
    valeurs.map(({ valeur, libelle }) => {
      const actif = filtres[cle] === valeur
      return { libelle, actif, href: adresseListe({ ...base, [cle]: actif ? null : valeur }) }
    })
  const sans = (cle: 'etat' | 'groupe' | 'modele') => adresseListe({ ...base, [cle]: null })
  return (
    <div className="flex flex-col gap-3">
      <PucesFiltre
        libelle="État"
        effacer={sans('etat')}
        puces={puces(
          'etat',
          ETATS_PROPOSES.map((e) => ({ valeur: e, libelle: libelleFiltreEtat(e) })),
        )}
      />
      {options.groupes.length > 1 && (
        <PucesFiltre
          libelle="Groupe"
          effacer={sans('groupe')}
          puces={puces(
            'groupe',
            options.groupes.map((g) => ({ valeur: g.code, libelle: g.sigle ?? g.nom })),
          )}
        />
      )}
      {options.modeles.length > 1 && (
        <PucesFiltre
          libelle="Modèle"
          effacer={sans('modele')}
          puces={puces(
            'modele',
            options.modeles.map((m) => ({ valeur: m.code, libelle: m.intitule })),
          )}
        />
      )}
      <PucesFiltre
        libelle="Ordre"
        puces={(Object.keys(TRIS) as Tri[]).map((tri) => ({
          libelle: TRIS[tri],
          actif: filtres.tri === tri,
          href: adresseListe({ ...base, tri }),
        }))}
      />
    </div>
  )
}
