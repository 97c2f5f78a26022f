import { Encart } from '@/components/ui/encart'
import type { LienFerme } from '@/lib/domaine/acte/invite'

const DIT: Record<LienFerme, { titre: string; conseil: string }> = {
  inconnu: {
    titre: 'Ce lien n’ouvre aucune convention',
    conseil:
      'L’adresse est incomplète, ou l’invitation n’est plus ouverte. Reprenez le lien dans votre courriel ; s’il ne marche pas, demandez-en un autre à la personne qui vous a invité.',
  },
  expire: {
    titre: 'Ce lien a dépassé sa durée',
    conseil:
      'Vos remarques sont gardées. Demandez à la personne qui vous a invité de prolonger votre lien : vous garderez la même adresse.',
  },
  abandonne: {
    titre: 'Ce projet de convention est abandonné',
    conseil: 'Il n’y a plus rien à relire. La personne qui vous a invité peut vous en dire la raison.',
  },
}

/** Pourquoi un lien ne s'ouvre pas, et que faire. Rien de la convention n'y paraît. */
export const LienFermeDit = ({ raison }: { raison: LienFerme }) => (
  <div className="max-w-xl">
    <h1 className="mb-6 font-serif text-[2rem] font-semibold">Relire une convention</h1>
    <Encart ton="vigilance" titre={DIT[raison].titre}>
      <p>{DIT[raison].conseil}</p>
    </Encart>
  </div>
)
