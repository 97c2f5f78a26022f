import { PucesFiltre } from '@/components/ui/puces-filtre'
import type { Regard } from '@/lib/lectures/modele/lire-regard'
import { avecGroupe } from '@/lib/presentation/bibliotheque/adresses'

/** De quel groupe on regarde les versions : dans l'adresse, quand la personne en a plusieurs. */
export const ChoixGroupe = ({ regard, adresse }: { regard: Regard; adresse: string }) =>
  regard.groupes.length > 1 ? (
    <div className="mb-5">
      <PucesFiltre
        libelle="Groupe"
        puces={regard.groupes.map((g) => ({
          libelle: g.nom,
          href: avecGroupe(adresse, g.code),
          actif: g.code === regard.code,
        }))}
      />
    </div>
  ) : null
