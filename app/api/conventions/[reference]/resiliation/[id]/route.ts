import { rendreLettre } from '@/lib/serveur/documents/rendre-lettre'
import { servirFichier } from '@/lib/serveur/documents/reponses'

export const dynamic = 'force-dynamic'

type Contexte = { params: Promise<{ reference: string; id: string }> }

/** `?format=docx` pour Word ; toute autre valeur donne le PDF. */
export async function GET(requete: Request, { params }: Contexte): Promise<Response> {
  const cle = await params
  const docx = new URL(requete.url).searchParams.get('format') === 'docx'
  return servirFichier((acteur) => rendreLettre(acteur, cle, docx ? 'docx' : 'pdf', new Date()), !docx)
}
