import { Encart } from '@/components/ui/encart'
import type { MessageErreur } from '@/lib/presentation/erreurs'

/** Refus d'un envoi, lu dès qu'il paraît. */
export const RefusEnvoi = ({ refus }: { refus: MessageErreur | null }) =>
  refus && (
    <Encart ton="manque" annonce="alert" titre={refus.titre}>
      <p>{refus.conseil}</p>
    </Encart>
  )
