import { lienContact, NON_RENSEIGNE } from '@/lib/presentation/exploitant'

/** Le contact de l'exploitant, en lien quand c'est une adresse ; son absence se dit. */
export function Contact({ contact }: { contact: string | null }) {
  if (!contact) return <em>{NON_RENSEIGNE.toLowerCase()}</em>
  const lien = lienContact(contact)
  return lien ? (
    <a className="lien" href={lien}>
      {contact}
    </a>
  ) : (
    contact
  )
}
