import { Bouton } from '@/components/ui/bouton'
import { ChampDate } from '@/components/ui/champ-date'
import { type PuceFiltre, PucesFiltre } from '@/components/ui/puces-filtre'
import { Selection } from '@/components/ui/selection'
import { ETATS_ECART } from '@/lib/domaine/modele/ecarts'
import type { FiltresEcarts } from '@/lib/lectures/ecarts/filtres'
import type { ArticleDuRegistre, RegistreLu } from '@/lib/lectures/ecarts/lire-registre'
import { adresseEcarts, ETATS_DITS, nomDArticle } from '@/lib/presentation/ecarts/libelles'

type Proprietes = { filtres: FiltresEcarts; registre: RegistreLu; articles: readonly ArticleDuRegistre[] }

/** Filtres du registre : tous dans l'adresse, qui se copie et s'envoie. */
export function FiltresDesEcarts({ filtres, registre, articles }: Proprietes) {
  const { groupes, modeles, centres } = registre.options
  const base = { ...filtres, page: 1 }
  const puces = <C extends 'groupe' | 'modele' | 'etat'>(
    cle: C,
    valeurs: readonly { valeur: NonNullable<FiltresEcarts[C]>; libelle: string; compte?: number }[],
    choisie: string | null = filtres[cle],
  ): PuceFiltre[] =>
    valeurs.map(({ valeur, ...v }) => {
      const actif = choisie === valeur
      return {
        ...v,
        actif,
        href: adresseEcarts({ ...base, [cle]: actif && cle !== 'modele' ? null : valeur }),
      }
    })
  return (
    <div className="flex flex-col gap-3">
      {modeles.length > 1 && (
        <PucesFiltre
          libelle="Modèle"
          puces={puces(
            'modele',
            modeles.map((m) => ({ valeur: m.code, libelle: m.intitule })),
            registre.modele?.code ?? null,
          )}
        />
      )}
      {groupes.length > 1 && (
        <PucesFiltre
          libelle="Groupe"
          effacer={adresseEcarts({ ...base, groupe: null })}
          puces={puces(
            'groupe',
            groupes.map((g) => ({ valeur: g.code, libelle: g.sigle ?? g.nom })),
          )}
        />
      )}
      <PucesFiltre
        libelle="État"
        effacer={adresseEcarts({ ...base, etat: null })}
        puces={puces(
          'etat',
          ETATS_ECART.filter((e) => registre.comptes[e] > 0 || filtres.etat === e).map((e) => ({
            valeur: e,
            libelle: ETATS_DITS[e].pluriel,
            compte: registre.comptes[e],
          })),
        )}
      />
      <form
        method="get"
        action="/bibliotheque/ecarts"
        className="grid max-w-4xl items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_12rem_auto]"
      >
        {(['groupe', 'modele', 'etat', 'tous', 'vue'] as const).map(
          (cle) => filtres[cle] && <input key={cle} type="hidden" name={cle} value={filtres[cle]} />,
        )}
        <Selection
          libelle="Article"
          name="article"
          invite="Tous les articles"
          defaultValue={filtres.article ?? ''}
          options={articles.map((a) => ({ valeur: a.identite, libelle: nomDArticle(a) }))}
        />
        <Selection
          libelle="Centre"
          name="centre"
          invite="Tous les centres"
          defaultValue={filtres.centre ?? ''}
          options={centres.map((c) => ({ valeur: c.code, libelle: c.nom }))}
        />
        <ChampDate libelle="À la date du" name="jour" className="w-full" defaultValue={filtres.jour ?? ''} />
        <Bouton type="submit" variante="secondaire">
          Filtrer
        </Bouton>
      </form>
    </div>
  )
}
