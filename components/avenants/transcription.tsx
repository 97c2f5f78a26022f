import { Encart } from '@/components/ui/encart'
import { LienBouton } from '@/components/ui/lien-bouton'
import { BlocHtml } from '@/lib/documents/html'
import type { TranscriptionDite } from '@/lib/presentation/avenant/transcription'
import { adresseModifier } from '@/lib/presentation/conventions/adresses'
import {
  type ActionsTranscription,
  CommencerTranscription,
  CorrigerTranscription,
  DeclarerTranscription,
} from './gestes-transcription'
import '@/lib/documents/html/document.css'

type Proprietes = {
  reference: string
  acteId: string
  /** Version de l'acte, pour commencer. */
  version: number
  transcription: TranscriptionDite
  actions: ActionsTranscription
}

/** Ce qu'un avenant repris modifie : où en est sa transcription, et chacune de ses modifications, à relire sur l'acte signé. */
export function Transcription({ reference, acteId, version, transcription: t, actions }: Proprietes) {
  const { gestes } = t
  return (
    <section aria-labelledby="titre-transcription" className="mt-2">
      <h2 id="titre-transcription" className="font-serif text-xl font-semibold">
        {t.titre}
      </h2>
      <p className="mt-1 max-w-lecture text-encre-2">{t.phrase}</p>
      {t.conseil && (
        <Encart ton="vigilance" className="mt-4">
          <p>{t.conseil}</p>
        </Encart>
      )}
      {Object.values(gestes).some(Boolean) && (
        <div className="sans-impression mt-4 flex flex-wrap items-center gap-3">
          {gestes.commencer && (
            <CommencerTranscription
              reference={reference}
              acteId={acteId}
              version={version}
              commencer={actions.commencer}
            />
          )}
          {gestes.declarer && (
            <DeclarerTranscription
              acteId={acteId}
              version={t.version}
              nombre={t.modifications.length}
              declarer={actions.declarer}
            />
          )}
          {gestes.poursuivre && (
            <LienBouton
              href={adresseModifier(reference)}
              variante={gestes.declarer ? 'secondaire' : 'principal'}
            >
              {t.modifications.length ? 'Reprendre la transcription' : 'Transcrire les modifications'}
            </LienBouton>
          )}
          {gestes.corriger && (
            <CorrigerTranscription
              reference={reference}
              acteId={acteId}
              version={t.version}
              corriger={actions.corriger}
            />
          )}
        </div>
      )}
      {t.modifications.length > 0 && (
        <>
          <p className="mt-6 max-w-lecture text-sm text-encre-2">{t.avertissement}</p>
          <ol className="mt-3 flex max-w-lecture flex-col gap-6">
            {t.modifications.map((m) => (
              <li key={m.identite}>
                {m.titre && <h3 className="mb-1 font-semibold">{m.titre}</h3>}
                <div
                  className="doc mx-0! border-l-3 border-l-trait-fort px-4 py-3 [&>:first-child]:mt-0 [&>:last-child]:mb-0"
                  lang="fr-FR"
                >
                  {m.blocs.map((b, i) => (
                    <BlocHtml key={i} bloc={b} decalageTitres={3} />
                  ))}
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
