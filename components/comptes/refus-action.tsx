import { Encart } from '@/components/ui/encart'
import type { MessageErreur } from '@/lib/presentation/erreurs'

/** Refus d'une action d'un seul bouton. */
export function RefusAction({ refus }: { refus: MessageErreur | null }) {
  if (!refus) return null
  return (
    <Encart ton="manque" annonce="alert" titre={refus.titre} className="mb-4">
      <p>{refus.conseil}</p>
    </Encart>
  )
}
