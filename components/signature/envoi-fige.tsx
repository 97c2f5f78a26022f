import { CircleCheck, Clock, Download } from 'lucide-react'
import { Fichier } from '@/components/conventions/informations'
import { Etiquette } from '@/components/ui/etiquette'
import { ListeDefinitions } from '@/components/ui/liste-definitions'
import { attendusDe, manquantsDe, type SignataireAttendu } from '@/lib/domaine/acte/signature'
import type { ConventionLue } from '@/lib/lectures/convention/lire-convention'
import type { EnvoiLu, SignatureDeLActe, SignatureGardee } from '@/lib/lectures/signature/lire-signature'
import { adresseFichier, adressePreuve } from '@/lib/presentation/conventions/adresses'
import { autoriteEnClair } from '@/lib/presentation/conventions/document-a-signer'
import { majuscule } from '@/lib/presentation/conventions/liste'
import { lignesDeVerification, signataireEnClair } from '@/lib/presentation/conventions/signature'
import { compter, dateEnLettres, dateEtHeure, typographier } from '@/lib/presentation/typographie'
import { type ActionsRetour, EnregistrerRetour } from './enregistrer-retour'
import { Rappeler, RefuserDeSigner } from './refus'

type Proprietes = {
  acteId: string
  version: number
  reference: string
  envoi: EnvoiLu
  dates: ConventionLue['dates']
  enregistrePour: SignatureDeLActe['enregistrePour']
  siennes: SignatureDeLActe['siennes']
  peutRappeler: boolean
  actions: ActionsRetour & {
    refuser: Parameters<typeof RefuserDeSigner>[0]['refuser']
    rappeler: Parameters<typeof Rappeler>[0]['rappeler']
  }
}

/** Ce qui est figé, qui l'a signé, et ce que l'on peut y enregistrer. */
export function EnvoiFige({ envoi, dates, enregistrePour, siennes, actions, ...p }: Proprietes) {
  const recues = envoi.signatures.filter((s) => s.mode !== 'REFUS')
  const manquants = manquantsDe(envoi.parties, recues)
  const siens = manquants.filter(
    (m) =>
      (enregistrePour === 'tous' || m.role === enregistrePour) &&
      (siennes === null || siennes.includes(m.partieId)),
  )
  const prochain = envoi.ordonne ? manquants[0] : null
  return (
    <>
      <section aria-labelledby="titre-fige" className="flex flex-col gap-4">
        <h2 id="titre-fige" className="font-serif text-xl font-semibold">
          {envoi.etat === 'SIGNE' ? 'Texte signé' : 'Texte figé, à signer'}
        </h2>
        <ListeDefinitions
          elements={[
            {
              terme: 'Envoyé',
              valeur: `le ${dateEtHeure(envoi.pretLe ?? envoi.creeLe)}, par ${envoi.creeParNom}`,
            },
            { terme: 'Texte', valeur: `Version ${envoi.version}, retrouvée mot à mot à la relecture du PDF` },
            { terme: 'PDF figé', valeur: envoi.pdf && <Fichier fichier={envoi.pdf} /> },
            {
              terme: 'Page accessible',
              valeur: envoi.html && (
                <a className="lien" href={adresseFichier(envoi.html.id)}>
                  Le même texte en page web, pour lecteur d’écran
                </a>
              ),
            },
            ...(dates.signature
              ? [
                  {
                    terme: 'Signé',
                    valeur: `le ${dateEnLettres(dates.signature)}, jour de la dernière signature`,
                  },
                ]
              : []),
          ]}
        />
        <p className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <a className="lien inline-flex items-center gap-2" href={adressePreuve(p.reference)}>
            <Download aria-hidden size={18} />
            Dossier de preuve (PDF)
          </a>
          {p.peutRappeler && <Rappeler acteId={p.acteId} version={p.version} rappeler={actions.rappeler} />}
        </p>
      </section>
      <section aria-labelledby="titre-signataires" className="flex flex-col gap-3">
        <h2 id="titre-signataires" className="font-serif text-xl font-semibold">
          Signataires
        </h2>
        <p>
          {manquants.length === 0
            ? 'Tous ont signé.'
            : `${compter(manquants.length, 'signature attendue', 'signatures attendues')} sur ${attendusDe(envoi.parties).length}.`}
          {prochain && ` Les signatures se suivent : ${signataireEnClair(prochain)} signe d’abord.`}
        </p>
        <ul className="divide-y divide-trait border-y border-trait">
          {attendusDe(envoi.parties).map((a) => (
            <Signataire
              key={`${a.partieId}-${a.rang}`}
              signataire={a}
              recue={recues.find((r) => r.partieId === a.partieId && r.rang === a.rang) ?? null}
              refus={
                siens.includes(a) || siens.some((s) => s.partieId === a.partieId && s.rang === a.rang) ? (
                  <RefuserDeSigner envoiId={envoi.id} signataire={a} refuser={actions.refuser} />
                ) : null
              }
            />
          ))}
        </ul>
      </section>
      {envoi.etat === 'PRET' && siens.length > 0 && (
        <EnregistrerRetour envoiId={envoi.id} attendus={siens} actions={actions} />
      )}
    </>
  )
}

function Signataire({
  signataire: s,
  recue,
  refus,
}: {
  signataire: SignataireAttendu
  recue: SignatureGardee | null
  refus: React.ReactNode
}) {
  const autorite = autoriteEnClair(s)
  return (
    <li className="flex flex-col gap-2 py-3 sm:flex-row sm:items-start sm:justify-between sm:gap-6">
      <div className="min-w-0">
        <p className="font-medium">{signataireEnClair(s)}</p>
        <p className="text-encre-2">
          {majuscule(s.partie)}
          {autorite && typographier(`, ${autorite}`)}
        </p>
        {recue && <Recue recue={recue} />}
      </div>
      <div className="flex shrink-0 flex-wrap items-center gap-3">
        {recue ? (
          <Etiquette ton="tenu" icone={CircleCheck}>
            {recue.signeLe ? `Signé le ${dateEnLettres(recue.signeLe)}` : 'Signé'}
          </Etiquette>
        ) : (
          <Etiquette ton="vigilance" icone={Clock}>
            Attendue
          </Etiquette>
        )}
        {refus}
      </div>
    </li>
  )
}

function Recue({ recue: r }: { recue: SignatureGardee }) {
  return (
    <div className="mt-1 text-sm">
      <p className="text-encre-2">
        {r.mode === 'PAPIER' ? 'Sur papier, numérisé' : 'Électronique'}, enregistrée par {r.auteurNom} le{' '}
        {dateEtHeure(r.creeLe)}.
      </p>
      {r.fichier && <Fichier fichier={r.fichier} />}
      {r.verification && (
        <details>
          <summary className="lien">Ce que la signature porte</summary>
          <ListeDefinitions className="mt-2" elements={lignesDeVerification(r.verification.signature)} />
        </details>
      )}
    </div>
  )
}
