import { handlers } from '@/lib/serveur/auth'

export const { GET, POST } = handlers
