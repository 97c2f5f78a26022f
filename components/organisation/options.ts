import { PRIORITES_BESOIN } from '@/lib/domaine/organisation/besoins'
import { PRIORITE } from '@/lib/presentation/organisation/libelles'

export const OPTIONS_PRIORITE = PRIORITES_BESOIN.map((p) => ({ valeur: p, libelle: PRIORITE[p] }))
