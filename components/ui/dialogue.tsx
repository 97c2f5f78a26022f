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
  /** Collée en haut : la liste qui s'allonge ne la fait pas bouger. */
  enHaut?: boolean
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
  enHaut,
}: Proprietes) {
  const fenetre = (
    <ModalOverlay
      isDismissable={!decision}
      {...(declencheur ? {} : { isOpen: ouvert, onOpenChange: onOuvert })}
      className={joindre(
        'fixed inset-x-0 top-0 z-50 flex h-(--visual-viewport-height) justify-center bg-voile sm:px-6',
        enHaut ? 'items-start sm:pt-[12vh] sm:pb-6' : 'items-end sm:items-center sm:py-6',
      )}
    >
      <Modal
        className={joindre(
          'max-h-full w-full overflow-auto border border-trait bg-surface shadow-flottant sm:rounded-lg',
          enHaut ? 'rounded-b-lg' : 'rounded-t-lg',
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
