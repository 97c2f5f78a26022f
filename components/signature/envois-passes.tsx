import { Fichier } from '@/components/conventions/informations'
import { Encart } from '@/components/ui/encart'
import type { EnvoiLu } from '@/lib/lectures/signature/lire-signature'
import { dateEnLettres, typographier } from '@/lib/presentation/typographie'

/** La dernière préparation n'a rien figé : pourquoi, et où le PDF s'écartait du texte. */
export const EnvoiEcarte = ({ motif }: { motif: string }) => (
  <Encart ton="vigilance" titre="La dernière préparation n’a rien figé">
    <p>{typographier(motif)}</p>
  </Encart>
)

/** Envois rappelés, refusés ou écartés : gardés avec leur motif, ils ne comptent plus. */
export function EnvoisPasses({ envois }: { envois: readonly EnvoiLu[] }) {
  if (envois.length === 0) return null
  return (
    <section aria-labelledby="titre-passes">
      <h2 id="titre-passes" className="mb-2 font-serif text-xl font-semibold">
        Envois précédents
      </h2>
      <ul className="divide-y divide-trait border-y border-trait">
        {envois.map((e) => {
          const refus = e.signatures.find((s) => s.mode === 'REFUS')
          return (
            <li key={e.id} className="space-y-1 py-3">
              <p>
                <span className="font-medium">Envoi n° {e.numero}</span>, version {e.version},{' '}
                {e.pretLe
                  ? `envoyé le ${dateEnLettres(e.pretLe)}, ${refus ? 'refusé par un signataire' : 'rappelé'}`
                  : `préparé le ${dateEnLettres(e.creeLe)}, jamais figé`}
                .
              </p>
              {e.motif && <p className="text-encre-2">{typographier(`Motif : ${e.motif}`)}</p>}
              {e.pdf && <Fichier fichier={e.pdf} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
