'use client'

import { LogOut } from 'lucide-react'
import { type MouseEvent, useState } from 'react'
import { compterSaisies, effacerSaisies } from '@/components/redaction/tampon/stockage'

/** Se déconnecter efface de cet appareil ce qui y attendait ; si une saisie n'est pas partie, on le dit d'abord. */
export function BoutonDeconnexion() {
  const [attendent, definirAttendent] = useState<number | null>(null)
  const partir = async (e: MouseEvent<HTMLButtonElement>) => {
    const bouton = e.currentTarget
    const formulaire = bouton.form
    e.preventDefault()
    const n = attendent === null ? await compterSaisies().catch(() => 0) : 0
    if (n > 0) return definirAttendent(n)
    await effacerSaisies()
    formulaire?.requestSubmit()
  }
  return (
    <>
      {attendent !== null && (
        <p role="alert" className="px-2 pb-1 text-sm font-medium text-manque">
          {attendent > 1
            ? `${attendent} saisies ne sont pas encore enregistrées\u00a0: se déconnecter les effacera de cet appareil.`
            : 'Une saisie n’est pas encore enregistrée\u00a0: se déconnecter l’effacera de cet appareil.'}
        </p>
      )}
      <button
        type="submit"
        onClick={(e) => void partir(e)}
        className="flex min-h-11 w-full items-center gap-2 rounded px-2 hover:bg-accent-fond"
      >
        <LogOut aria-hidden size={18} />
        {attendent === null ? 'Se déconnecter' : 'Se déconnecter quand même'}
      </button>
    </>
  )
}
