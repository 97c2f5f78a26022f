import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ChoixDates } from '@/components/avenants/choix-dates'
import { LigneDuTemps } from '@/components/avenants/ligne-du-temps'
import { CadreActe } from '@/components/conventions/cadre-acte'
import { NavigationChangements } from '@/components/conventions/comparaison/navigation-changements'
import { SommaireChangements } from '@/components/conventions/comparaison/sommaire-changements'
import { TexteCompare } from '@/components/conventions/comparaison/texte-compare'
import { Feuille } from '@/components/conventions/feuille'
import { classesBouton } from '@/components/ui/classes-bouton'
import { Encart } from '@/components/ui/encart'
import { referenceDActe } from '@/lib/domaine/acte/reference'
import { consolider } from '@/lib/domaine/avenant/consolider'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { lireChaine } from '@/lib/lectures/avenant/lire-chaine'
import { lireLogos } from '@/lib/lectures/convention/lire-logos'
import { documentConsolide } from '@/lib/presentation/avenant/document-consolide'
import {
  adresseConsolide,
  adresseEnVigueur,
  comparaisonDesDates,
  dateDemandee,
  momentsDe,
  phraseDuTexte,
} from '@/lib/presentation/avenant/en-vigueur'
import { reservesDuTexte } from '@/lib/presentation/avenant/texte-consolide'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import { lireReglages } from '@/lib/presentation/conventions/versions'
import { dateEnLettres } from '@/lib/presentation/typographie'
import { exigerSession } from '@/lib/serveur/session'

type Proprietes = {
  params: Promise<{ reference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Proprietes): Promise<Metadata> {
  return { title: `Texte en vigueur, ${(await params).reference}` }
}

export default async function PageEnVigueur({ params, searchParams }: Proprietes) {
  const { acteur } = await exigerSession()
  const maintenant = new Date()
  const lu = await lireChaine(acteur, (await params).reference, maintenant)
  if (!lu) notFound()
  const { convention, chaine } = lu
  const demande = await searchParams
  const jour = aujourdHuiAParis(maintenant)
  const le = dateDemandee(demande.le, jour)
  const depuis =
    typeof demande.depuis === 'string' && demande.depuis ? dateDemandee(demande.depuis, jour) : null
  const consolidation = consolider(chaine.etat, chaine.avenants, le)
  const avant =
    depuis && depuis !== le
      ? { date: depuis, consolidation: consolider(chaine.etat, chaine.avenants, depuis) }
      : null
  const dite = avant ? comparaisonDesDates(avant, { date: le, consolidation }) : null
  const { reference } = convention
  const { signeLe, effetLe } = chaine.initial
  const intitule = convention.modele?.intitule ?? convention.titre
  const document = documentConsolide(
    { reference, intitule, groupe: convention.groupe.nom, signeLe, date: le, consolidation },
    await lireLogos(acteur, convention),
  )
  const reserves = reservesDuTexte(consolidation)
  return (
    <CadreActe convention={convention} acteur={acteur} maintenant={maintenant} onglet="en-vigueur">
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[17rem_minmax(0,1fr)]">
        <aside
          aria-labelledby="titre-vie"
          className="min-w-0 pl-2 xl:sticky xl:top-20 xl:max-h-[calc(100dvh-6rem)] xl:self-start xl:overflow-auto"
        >
          <h2 id="titre-vie" className="mb-3 font-semibold">
            La vie du texte
          </h2>
          <LigneDuTemps
            moments={momentsDe({ reference, intitule, signeLe, effetLe }, chaine.avenants, consolidation, le)}
          />
          {dite && (
            <div className="sans-impression mt-8">
              <SommaireChangements changements={dite.changements} renumerotations={dite.renumerotations} />
            </div>
          )}
        </aside>
        <div className="min-w-0">
          <header className="mb-4 space-y-1">
            <h2 className="font-serif text-xl font-semibold">
              {dite ? dite.titre : `Texte en vigueur le ${dateEnLettres(le)}`}
            </h2>
            <p className="max-w-lecture text-encre-2">
              {dite ? dite.phrase : phraseDuTexte(consolidation, le < jour)}
            </p>
          </header>
          <ChoixDates adresse={adresseEnVigueur(reference)} le={le} depuis={depuis} />
          <div className="sans-impression my-4 flex flex-wrap items-center gap-x-4 gap-y-2">
            <a
              className={classesBouton('secondaire', 'petit')}
              href={adresseConsolide(reference, le, 'pdf')}
              target="_blank"
              rel="noopener"
            >
              Version consolidée en PDF<span className="sr-only"> (nouvel onglet)</span>
            </a>
            <a
              className={classesBouton('secondaire', 'petit')}
              href={adresseConsolide(reference, le, 'docx')}
            >
              En Word
            </a>
            <p className="text-sm text-encre-2">Document d’information : seuls les actes signés font foi.</p>
          </div>
          {reserves.length > 0 && (
            <Encart
              ton="vigilance"
              titre="Ce texte a des réserves"
              className="mb-5"
              actions={
                convention.qualites.includes('redacteur') &&
                consolidation.nonTranscrits.map((a) => (
                  <Link
                    key={a.acteId}
                    className="lien text-[0.9375rem]"
                    href={adresseConvention(referenceDActe(reference, a.rang))}
                  >
                    Transcrire l’avenant n°{'\u00a0'}
                    {a.rang}
                  </Link>
                ))
              }
            >
              <ul className="list-disc space-y-1 pl-5">
                {reserves.map((r) => (
                  <li key={r}>{r}</li>
                ))}
              </ul>
            </Encart>
          )}
          {dite ? (
            <>
              {dite.changements.length > 0 && (
                <NavigationChangements ancres={dite.changements.map((c) => c.ancre)} />
              )}
              <TexteCompare dite={dite} reglages={lireReglages(demande)} />
            </>
          ) : (
            <Feuille document={document} />
          )}
        </div>
      </div>
    </CadreActe>
  )
}
