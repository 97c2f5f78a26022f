import { FileText } from 'lucide-react'
import { classesBouton } from '@/components/ui/classes-bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import type { FichierLu } from '@/lib/lectures/convention/lire-convention'
import { adresseFichier } from '@/lib/presentation/conventions/adresses'

/** Acte repris : la feuille est le scan, le texte pourra venir. */
export function SansTexte({ fichiers }: { fichiers: readonly FichierLu[] }) {
  const image = fichiers.find((f) => f.type === 'image/png' || f.type === 'image/jpeg')
  return (
    <div className="flex flex-col gap-6">
      <EtatVide
        icone={<FileText size={28} />}
        titre="Un acte repris, sans son texte"
        action={
          fichiers[0] && (
            <a className={classesBouton('secondaire')} href={adresseFichier(fichiers[0].id)}>
              Ouvrir l’acte signé
            </a>
          )
        }
      >
        {fichiers.length
          ? 'L’acte signé fait foi. Son texte pourra être saisi plus tard, article par article, pour y suivre les engagements.'
          : 'Ni le texte ni l’acte numérisé ne sont encore enregistrés. Les dates et les parties suffisent pour suivre l’échéance ; le reste pourra venir.'}
      </EtatVide>
      {image && (
        <picture>
          <img
            src={adresseFichier(image.id)}
            alt={`Acte signé, numérisé : ${image.nom}`}
            className="w-full rounded-sm border border-trait"
          />
        </picture>
      )}
    </div>
  )
}
