import { FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import { classesBouton } from '@/components/ui/classes-bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import type { FichierLu } from '@/lib/lectures/convention/lire-convention'
import { adresseFichier } from '@/lib/presentation/conventions/adresses'

/** Acte repris : la feuille est le scan, le texte pourra venir. */
export function SansTexte({
  fichiers,
  avenant,
  children,
}: {
  fichiers: readonly FichierLu[]
  /** Un avenant ne se transcrit pas article par article : ses modifications se disent à côté. */
  avenant: boolean
  /** Ce qui se lit avant le scan. */
  children?: ReactNode
}) {
  const image = fichiers.find((f) => f.type === 'image/png' || f.type === 'image/jpeg')
  return (
    <div className="flex flex-col gap-6">
      <EtatVide
        icone={<FileText size={28} />}
        titre={avenant ? 'Un avenant repris sur son original' : 'Un acte repris, sans son texte'}
        action={
          fichiers[0] && (
            <a className={classesBouton('secondaire')} href={adresseFichier(fichiers[0].id)}>
              Ouvrir l’acte signé
            </a>
          )
        }
      >
        {phrase(fichiers.length > 0, avenant)}
      </EtatVide>
      {children}
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

function phrase(numerise: boolean, avenant: boolean): string {
  if (avenant)
    return numerise
      ? 'L’acte signé fait foi. Ses modifications, une fois transcrites, entrent dans le texte en vigueur.'
      : 'L’acte numérisé n’est pas encore enregistré. Ses modifications se transcrivent d’après l’original.'
  return numerise
    ? 'L’acte signé fait foi. Son texte pourra être saisi plus tard, article par article, pour y suivre les engagements.'
    : 'Ni le texte ni l’acte numérisé ne sont encore enregistrés. Les dates et les parties suffisent pour suivre l’échéance ; le reste pourra venir.'
}
