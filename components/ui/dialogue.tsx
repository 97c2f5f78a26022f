'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Bouton } from './bouton'
import { EnFrancais } from './en-francais'
import { joindre } from './joindre'

type Proprietes = {
  titre: ReactNode
  /** Bouton qui ouvre ; ou piloter avec `ouvert` et `onOuvert`. */
  declencheur?: ReactNode
  ouvert?: boolean
  onOuvert?: (ouvert: boolean) => void
  /** Contenu ; reçoit de quoi fermer. */
  children: ReactNode | ((fermer: () => void) => ReactNode)
  /** Décision à prendre : un clic à côté ne ferme pas, et le rôle le dit. */
  decision?: boolean
  largeur?: 'normale' | 'large'
}

/** Fenêtre modale : le focus y reste, Échap la ferme, il revient d'où il venait. */
export function Dialogue({
  titre,
  declencheur,
  ouvert,
  onOuvert,
  children,
  decision,
  largeur = 'normale',
}: Proprietes) {
  const fenetre = (
    <ModalOverlay
      isDismissable={!decision}
      {...(declencheur ? {} : { isOpen: ouvert, onOpenChange: onOuvert })}
      className="fixed inset-0 z-50 flex items-end justify-center bg-voile sm:items-center sm:p-6"
    >
      <Modal
        className={joindre(
          'max-h-[92dvh] w-full overflow-auto rounded-t-lg border border-trait bg-surface shadow-flottant sm:rounded-lg',
          largeur === 'large' ? 'sm:max-w-3xl' : 'sm:max-w-lg',
        )}
      >
        <Dialog role={decision ? 'alertdialog' : 'dialog'} className="outline-none">
          {({ close }) => (
            <>
              <div className="flex items-start justify-between gap-4 px-5 pt-4">
                <Heading slot="title" className="pt-1.5 font-serif text-xl font-semibold">
                  {titre}
                </Heading>
                <Bouton
                  variante="discret"
                  taille="petit"
                  aria-label="Fermer"
                  onPress={close}
                  className="min-w-11 min-h-11 -mr-2"
                >
                  <X aria-hidden size={20} />
                </Bouton>
              </div>
              <div className="px-5 pt-2 pb-5">
                {typeof children === 'function' ? children(close) : children}
              </div>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
  if (!declencheur) return <EnFrancais>{fenetre}</EnFrancais>
  return (
    <EnFrancais>
      <DialogTrigger isOpen={ouvert} onOpenChange={onOuvert}>
        {declencheur}
        {fenetre}
      </DialogTrigger>
    </EnFrancais>
  )
}

/** Pied d'une fenêtre : l'action à droite, le renoncement à côté. */
export const ActionsDialogue = ({ children }: { children: ReactNode }) => (
  <div className="mt-6 flex flex-wrap-reverse justify-end gap-2">{children}</div>
)
