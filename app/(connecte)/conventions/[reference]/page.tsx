import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FicheActivite } from '@/components/activite/fiche'
import { PreparerAvenant } from '@/components/avenants/preparer-avenant'
import { Transcription } from '@/components/avenants/transcription'
import { Abandonner } from '@/components/conventions/abandonner'
import { AccepterEnsemble } from '@/components/conventions/accepter-ensemble'
import { ActionsEtape } from '@/components/conventions/actions-etape'
import { CadreActe } from '@/components/conventions/cadre-acte'
import { DocumentsLongs } from '@/components/conventions/documents-longs'
import { EtatAccords } from '@/components/conventions/etat-accords'
import { Feuille } from '@/components/conventions/feuille'
import { Informations } from '@/components/conventions/informations'
import { Plan } from '@/components/conventions/plan'
import { SaisirTexte } from '@/components/conventions/saisir-texte'
import { SansTexte } from '@/components/conventions/sans-texte'
import { PersonnesInvitees } from '@/components/invitation/personnes-invitees'
import { Encart } from '@/components/ui/encart'
import { joindre } from '@/components/ui/joindre'
import { LienBouton } from '@/components/ui/lien-bouton'
import { LiensOnglets } from '@/components/ui/liens-onglets'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { estLong } from '@/lib/domaine/texte/longueur'
import { lireAccords } from '@/lib/lectures/acceptation/lire-accords'
import { lireActivite, lireActivitesDuCadre } from '@/lib/lectures/activite/lire-activite'
import { lireTranscription } from '@/lib/lectures/avenant/lire-transcription'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { lireLogos } from '@/lib/lectures/convention/lire-logos'
import { lireRaisonDeReprise } from '@/lib/lectures/convention/lire-reprise'
import { lirePreparation } from '@/lib/lectures/convention/preparer-creation'
import { lirePrevenus } from '@/lib/lectures/convention/prevenus'
import { listerInvitations } from '@/lib/lectures/invitation/lister-invitations'
import { lireDocumentsDemandes } from '@/lib/lectures/tache/lire-documents-demandes'
import { transcriptionDite } from '@/lib/presentation/avenant/transcription'
import { adresseNouvelleCampagne } from '@/lib/presentation/campagne/adresses'
import { accordEnsemble } from '@/lib/presentation/conventions/accord-ensemble'
import { actionsDEtape } from '@/lib/presentation/conventions/actions-etape'
import { adresseModifier, adresseRedaction } from '@/lib/presentation/conventions/adresses'
import { peutPreparerAvenant, peutProposerAilleurs } from '@/lib/presentation/conventions/avenants'
import { documentDeLaConvention } from '@/lib/presentation/conventions/document'
import { regardDe } from '@/lib/presentation/conventions/etats'
import { personneInvitee } from '@/lib/presentation/conventions/invitations'
import {
  formatDe,
  manquesDe,
  planDe,
  retraitsDe,
  type Vue,
  vueDe,
} from '@/lib/presentation/conventions/lecture'
import { repriseDite } from '@/lib/presentation/conventions/reprise-du-texte'
import { exigerSession } from '@/lib/serveur/session'
import { abandonner, transcrire } from '../actions'
import {
  accepterTout,
  commencerUneTranscription,
  completerUnPraticien,
  corrigerUneTranscription,
  declarerUneTranscription,
  demanderCodeDAccord,
  detacher,
  inscrireUnPraticien,
  inviterPersonne,
  ouvrirUnAvenant,
  partager,
  preparerDocument,
  prolongerLien,
  rattacher,
  reprendreTexte,
  retirerUnPraticien,
  revoquerLien,
  rouvrir,
} from './actions'

type Proprietes = {
  params: Promise<{ reference: string }>
  searchParams: Promise<{ vue?: string | string[]; document?: string | string[] }>
}

export async function generateMetadata({ params }: Proprietes): Promise<Metadata> {
  return { title: (await params).reference }
}

export default async function PageConvention({ params, searchParams }: Proprietes) {
  const { acteur } = await exigerSession()
  const maintenant = new Date()
  const convention = await lireConvention(acteur, (await params).reference, maintenant)
  if (!convention) notFound()
  const vue = vueDe((await searchParams).vue)
  const { reference } = convention
  const regard = regardDe(convention.qualites)
  const document = documentDeLaConvention(convention, maintenant, await lireLogos(acteur, convention))
  const avecTexte = convention.unites.length > 0
  const activite = await lireActivite(acteur, convention, maintenant)
  const activites =
    activite || convention.rang > 0 ? [] : await lireActivitesDuCadre(acteur, convention, maintenant)
  const { acteId } = convention
  const accords = convention.versions.length ? await lireAccords(acteur, acteId) : null
  const invitations = convention.versions.length ? await listerInvitations(acteur, acteId, maintenant) : null
  const actions = actionsDEtape({
    convention,
    prevenus: await lirePrevenus(acteur, acteId, maintenant),
    manques: manquesDe(document).maintenant.map((l) => l.libelle),
  })
  const accord = accordEnsemble(accords)
  const raison = await lireRaisonDeReprise(acteur, acteId)
  const reprise = raison && repriseDite(raison)
  const transcription = await lireTranscription(acteur, convention)
  const preparation =
    avecTexte || transcription || !convention.droits.modifier
      ? null
      : await lirePreparation(acteur, aujourdHuiAParis(maintenant))
  const onglets = [
    { cle: 'texte' as const, libelle: avecTexte ? 'Lecture' : 'Acte signé' },
    ...(avecTexte ? [{ cle: 'plan' as const, libelle: 'Plan' }] : []),
    { cle: 'informations' as const, libelle: 'Informations' },
  ]
  const colonne = (v: Vue) => (vue === v ? '' : 'max-xl:hidden')
  return (
    <CadreActe
      convention={convention}
      acteur={acteur}
      maintenant={maintenant}
      onglet="texte"
      actions={
        <>
          {accord && (
            <AccepterEnsemble
              acteId={acteId}
              accord={accord}
              actions={{ demanderCode: demanderCodeDAccord, accepter: accepterTout }}
            />
          )}
          {avecTexte && (
            <ActionsEtape
              acteId={acteId}
              version={convention.version}
              actions={actions}
              envois={{ partager, 'demander-reprise': reprendreTexte, rouvrir }}
            />
          )}
          {convention.droits.modifier && avecTexte && (
            <LienBouton
              href={convention.initiale ? adresseModifier(reference) : adresseRedaction(reference)}
              variante={convention.etape === 'SIGNEE' ? 'discret' : 'secondaire'}
            >
              {convention.initiale
                ? 'Modifier le texte'
                : convention.etape === 'SIGNEE'
                  ? 'Transcrire'
                  : 'Rédiger'}
            </LienBouton>
          )}
          {peutProposerAilleurs(convention) && (
            <LienBouton variante="discret" href={adresseNouvelleCampagne(reference)}>
              Proposer à d’autres centres
            </LienBouton>
          )}
          {peutPreparerAvenant(convention) && <PreparerAvenant acteId={acteId} ouvrir={ouvrirUnAvenant} />}
          {convention.droits.abandonner && (
            <Abandonner acteId={convention.acteId} version={convention.version} abandonner={abandonner} />
          )}
        </>
      }
    >
      {reprise && (
        <Encart ton="vigilance" titre={reprise.titre} className="mb-6">
          <p className="break-words">{reprise.motif}</p>
          <p className="text-sm text-encre-2">{reprise.origine}</p>
        </Encart>
      )}
      <div className="xl:hidden">
        <LiensOnglets
          libelle="Parties de la convention"
          liens={onglets.map((o) => ({ libelle: o.libelle, href: `?vue=${o.cle}`, actif: vue === o.cle }))}
        />
      </div>
      <div
        className={joindre(
          'grid gap-8',
          avecTexte ? 'xl:grid-cols-[15rem_minmax(0,1fr)_18rem]' : 'xl:grid-cols-[minmax(0,1fr)_18rem]',
        )}
      >
        {avecTexte && (
          <div
            className={joindre(
              'xl:sticky xl:top-20 xl:max-h-[calc(100dvh-6rem)] xl:overflow-auto',
              colonne('plan'),
            )}
          >
            <Plan
              lien={vue === 'plan' ? '?vue=texte' : ''}
              entrees={planDe(convention, document)}
              retraits={retraitsDe(convention)}
            />
          </div>
        )}
        <div className={joindre('min-w-0', colonne('texte'))}>
          {activite && (
            <FicheActivite
              convention={convention}
              activite={activite}
              actions={{
                rattacher,
                detacher,
                inscrire: inscrireUnPraticien,
                completer: completerUnPraticien,
                retirer: retirerUnPraticien,
              }}
            />
          )}
          {avecTexte ? (
            <Feuille document={document} />
          ) : (
            <>
              <SansTexte fichiers={convention.fichiers} avenant={transcription !== null}>
                {transcription && (
                  <Transcription
                    reference={reference}
                    acteId={acteId}
                    version={convention.version}
                    transcription={transcriptionDite(transcription)}
                    actions={{
                      commencer: commencerUneTranscription,
                      declarer: declarerUneTranscription,
                      corriger: corrigerUneTranscription,
                    }}
                  />
                )}
              </SansTexte>
              {preparation && (
                <SaisirTexte
                  reference={reference}
                  acteId={convention.acteId}
                  version={convention.version}
                  modeles={preparation.modeles.filter(
                    (m) => m.redaction && m.groupeIds.includes(convention.groupe.id),
                  )}
                  saisir={transcrire}
                />
              )}
            </>
          )}
        </div>
        <aside aria-label="Informations" className={joindre('min-w-0', colonne('informations'))}>
          <Informations
            convention={convention}
            manques={manquesDe(document)}
            activites={activites}
            avecTexte={avecTexte}
            peutReprendre={regard === 'redacteur' && convention.etape === 'SIGNEE'}
            documentsLongs={
              avecTexte &&
              estLong(convention) && (
                <DocumentsLongs
                  acteId={acteId}
                  demandes={await lireDocumentsDemandes(acteur, convention, maintenant)}
                  cherche={formatDe((await searchParams).document)}
                  preparer={preparerDocument}
                />
              )
            }
          />
          <div className="mt-7 flex flex-col gap-7">
            {accords && convention.etape !== 'SIGNEE' && <EtatAccords accords={accords} />}
            {invitations && (invitations.inviter || invitations.personnes.length > 0) && (
              <PersonnesInvitees
                acteId={acteId}
                inviter={invitations.inviter}
                personnes={invitations.personnes.map(personneInvitee)}
                actions={{ inviter: inviterPersonne, prolonger: prolongerLien, revoquer: revoquerLien }}
              />
            )}
          </div>
        </aside>
      </div>
    </CadreActe>
  )
}
