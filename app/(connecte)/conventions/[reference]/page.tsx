import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Abandonner } from '@/components/conventions/abandonner'
import { CadreActe } from '@/components/conventions/cadre-acte'
import { Feuille } from '@/components/conventions/feuille'
import { Informations } from '@/components/conventions/informations'
import { Plan } from '@/components/conventions/plan'
import { SaisirTexte } from '@/components/conventions/saisir-texte'
import { SansTexte } from '@/components/conventions/sans-texte'
import { joindre } from '@/components/ui/joindre'
import { LienBouton } from '@/components/ui/lien-bouton'
import { LiensOnglets } from '@/components/ui/liens-onglets'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { lireLogos } from '@/lib/lectures/convention/lire-logos'
import { lirePreparation } from '@/lib/lectures/convention/preparer-creation'
import { adresseRedaction } from '@/lib/presentation/conventions/adresses'
import { documentDeLaConvention } from '@/lib/presentation/conventions/document'
import { regardSur } from '@/lib/presentation/conventions/etats'
import { manquesDe, planDe, retraitsDe, type Vue, vueDe } from '@/lib/presentation/conventions/lecture'
import { exigerSession } from '@/lib/serveur/session'
import { abandonner, transcrire } from '../actions'

type Proprietes = {
  params: Promise<{ reference: string }>
  searchParams: Promise<{ vue?: string | string[] }>
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
  const regard = regardSur(acteur, convention.groupe.id)
  const document = documentDeLaConvention(convention, maintenant, await lireLogos(acteur, convention))
  const avecTexte = convention.unites.length > 0
  const preparation =
    avecTexte || !convention.droits.modifier
      ? null
      : await lirePreparation(acteur, aujourdHuiAParis(maintenant))
  const onglets = [
    { cle: 'texte' as const, libelle: avecTexte ? 'Texte' : 'Acte signé' },
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
          {convention.droits.modifier && avecTexte && (
            <LienBouton href={adresseRedaction(reference)}>Rédiger</LienBouton>
          )}
          {convention.droits.abandonner && (
            <Abandonner acteId={convention.acteId} version={convention.version} abandonner={abandonner} />
          )}
        </>
      }
    >
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
          {avecTexte ? (
            <Feuille document={document} />
          ) : (
            <>
              <SansTexte fichiers={convention.fichiers} />
              {preparation && (
                <SaisirTexte
                  reference={reference}
                  acteId={convention.acteId}
                  version={convention.version}
                  modeles={preparation.modeles.filter((m) => m.redaction)}
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
            avecTexte={avecTexte}
            peutReprendre={regard === 'redacteur' && convention.etape === 'SIGNEE'}
          />
        </aside>
      </div>
    </CadreActe>
  )
}
