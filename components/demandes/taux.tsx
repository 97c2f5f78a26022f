import { Etiquette } from '@/components/ui/etiquette'
import { Tableau, Td, Th, Tr } from '@/components/ui/tableau'
import type { Ton } from '@/components/ui/tons'
import type { TauxLu } from '@/lib/lectures/demande/lire-demandes'
import { dureeEnMots, NOTE_OUVRE } from '@/lib/presentation/demande/mots'
import { dateCourte, INSECABLE, pourcentage } from '@/lib/presentation/typographie'

const JUGEMENTS: Readonly<Record<TauxLu['jugement'], [Ton, string]>> = {
  respecte: ['tenu', 'Respecté'],
  'a-surveiller': ['vigilance', 'À surveiller'],
  'non-respecte': ['manque', 'Non respecté'],
  'non-mesure': ['inconnu', 'Non mesuré'],
  'sans-objet': ['inconnu', 'Sans objet'],
}
const PETIT = 5

/** Taux de la période en cours, tels que les demandes les donnent, avec leurs nombres et leur unité. */
export function Taux({ taux, plusieursCentres }: { taux: readonly TauxLu[]; plusieursCentres: boolean }) {
  if (taux.length === 0) return null
  const ouvre = taux.some((t) => t.cible.decompte === 'ouvre')
  return (
    <section aria-labelledby="taux" className="flex flex-col gap-3">
      <h2 id="taux" className="font-serif text-xl font-semibold">
        Ce que disent les demandes, à ce jour
      </h2>
      <Tableau titre="Taux de la période en cours" empilable>
        <thead>
          <tr>
            <Th>Engagement</Th>
            <Th>Promis</Th>
            <Th>Dans le délai</Th>
            <Th>Délai médian</Th>
            <Th>Jugement</Th>
          </tr>
        </thead>
        <tbody>
          {taux.map((t) => (
            <Tr key={t.id}>
              <Th scope="row">
                {t.libelle}
                {t.portee && `${INSECABLE}: ${t.portee.toLowerCase()}`}
                <span className="block text-[0.8125rem] font-normal text-encre-2">
                  {plusieursCentres && `${t.centre}, `}du {dateCourte(t.periode.debut)} au{' '}
                  {dateCourte(t.periode.fin)}
                </span>
              </Th>
              <Td libelle="Promis">
                {pourcentage(t.cible.part / 100)} en {dureeEnMots(t.cible)}
              </Td>
              <Td libelle="Dans le délai">{rapport(t)}</Td>
              <Td libelle="Délai médian">
                {t.mediane === null ? 'Aucun' : dureeEnMots({ ...t.cible, nombre: t.mediane })}
              </Td>
              <Td libelle="Jugement">
                <Etiquette ton={JUGEMENTS[t.jugement][0]}>{JUGEMENTS[t.jugement][1]}</Etiquette>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Tableau>
      <p className="max-w-lecture text-sm text-encre-2">
        Une demande sans réponse ne compte pas tant que sa limite n’est pas passée&#8239;; passée, elle compte
        hors délai. Un refus manque le délai de rendez-vous&#8239;; une demande réorientée ou terminée
        autrement en sort.
        {ouvre && ` Heures et jours ouvrés\u00a0: ${NOTE_OUVRE}.`}
      </p>
    </section>
  )
}

function rapport({ numerateur: n, denominateur: d }: TauxLu): string {
  if (n === null || !d) return 'Rien à compter encore'
  const petit = d < PETIT ? ', petit nombre' : ''
  return `${pourcentage(n / d)} (${n} sur ${d}${petit})`
}
