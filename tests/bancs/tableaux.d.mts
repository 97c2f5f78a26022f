import type { Client } from 'pg'

export type Semis = { centres: number; engagements: number; trimestres: number }
export function semer(client: Client, semis: Semis): Promise<number>
export function retirer(client: Client): Promise<void>
