import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ChoixGroupe } from '@/components/bibliotheque/choix-groupe'
import { DeclarerValide } from '@/components/bibliotheque/declarer-valide-differe'
import { ModifierModele } from '@/components/bibliotheque/modifier-modele'
import { TableParametres } from '@/components/bibliotheque/table-parametres'
import { TexteModele } from '@/components/bibliotheque/texte-modele'
import { Plan } from '@/components/conventions/plan'
import { Encart } from '@/components/ui/encart'
import { EntetePage } from '@/components/ui/entete-page'
import { Etiquette } from '@/components/ui/etiquette'
import { LienBouton } from '@/components/ui/lien-bouton'
import { enClair, fragmentsDeBalise } from '@/lib/documents/blocs/construire'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { lireModele } from '@/lib/lectures/modele/lire-modeles'
import { lireRegard } from '@/lib/lectures/modele/lire-regard'
import { adresseModele, avecGroupe } from '@/lib/presentation/bibliotheque/adresses'
import {
  etatValidation,
  nomDeVersion,
  parametresAffiches,
  resolutionDuModele,
  sommaireDe,
  unitesAffichees,
} from '@/lib/presentation/bibliotheque/modele'
import { dateEnLettres, typographier } from '@/lib/presentation/typographie'
import { exigerSession } from '@/lib/serveur/session'
import { ouvrir, valider } from '../actions'

type Proprietes = {
  params: Promise<{ code: string }>
  searchParams: Promise<{ version?: string | string[]; groupe?: string | string[] }>
}

export const metadata: Metadata = { title: 'Modèle de convention' }

export default async function PageModele({ params, searchParams }: Proprietes) {
  const { acteur } = await exigerSession()
  const { version, groupe } = await searchParams
  const regard = await lireRegard(acteur, groupe)
  const modele = await lireModele(
    acteur,
    (await params).code,
    typeof version === 'string' ? version : null,
    regard.groupeId,
  )
  if (!modele) notFound()
  const adresse = adresseModele(modele.code)
  const vers = (chemin: string) => avecGroupe(`${adresse}${chemin}`, regard.code)
  const resolution = resolutionDuModele(modele)
  const unites = unitesAffichees(modele, resolution, aujourdHuiAParis(new Date()))
  const validation = etatValidation(modele)
  return (
    <>
      <EntetePage
        titre={modele.intitule}
        filAriane={[
          { libelle: 'Bibliothèque', href: avecGroupe('/bibliotheque', regard.code) },
          { libelle: modele.intitule },
        ]}
        description={modele.resume}
        actions={
          <>
            {modele.peutValider && !modele.valideeLe && (
              <DeclarerValide
                versionId={modele.versionId}
                intitule={modele.intitule}
                numero={modele.numero}
                valider={valider}
              />
            )}
            {modele.projet && modele.pourGroupe?.peutEcrire && (
              <LienBouton variante="secondaire" href={vers('/projet')}>
                Reprendre le projet de version
              </LienBouton>
            )}
            {!modele.projet && !modele.retrait && modele.pourGroupe?.peutEcrire && (
              <ModifierModele
                versionId={modele.versionId}
                groupeId={modele.pourGroupe.id}
                projet={vers('/projet')}
                nom={nomDeVersion(modele)}
                groupe={modele.pourGroupe.nom}
                ouvrir={ouvrir}
              />
            )}
            {modele.redaction && modele.proposee && acteur.groupes.length > 0 && (
              <LienBouton
                variante={modele.peutValider ? 'secondaire' : 'principal'}
                href={`/conventions/nouvelle?modele=${modele.code}`}
              >
                Préparer une convention
              </LienBouton>
            )}
          </>
        }
      >
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.9375rem]">
          <Etiquette ton={validation.ton}>{validation.libelle}</Etiquette>
          <span className="text-encre-2">
            {nomDeVersion(modele)}, publiée le {dateEnLettres(modele.publieeLe)}
          </span>
          <Link className="lien" href={vers('/versions')}>
            {modele.pourGroupe?.peutLireEcarts ? 'Versions, et qui est sur laquelle' : 'Toutes les versions'}
          </Link>
        </p>
        {modele.note && <p className="max-w-lecture text-[0.9375rem]">{typographier(modele.note)}</p>}
        <p className="max-w-lecture text-sm text-encre-2">Source : {modele.source}</p>
      </EntetePage>
      {!version && <ChoixGroupe regard={regard} adresse={adresse} />}
      {modele.retrait && (
        <Encart ton="vigilance" titre="Version retirée" className="mb-6">
          Retirée le {dateEnLettres(modele.retrait.le)} par {modele.retrait.parNom}. Motif :{' '}
          {typographier(modele.retrait.motif)}
        </Encart>
      )}
      {modele.socleDepuis && modele.proposee && (
        <Encart
          titre="Une version plus récente est fournie avec l’application"
          className="mb-6"
          actions={
            <LienBouton
              variante="secondaire"
              taille="petit"
              href={vers(`/comparer?de=${modele.versionId}&a=${modele.socleDepuis.versionId}`)}
            >
              Comparer les deux
            </LienBouton>
          }
        >
          {nomDeVersion({ ...modele.socleDepuis, groupe: null })}, parue le{' '}
          {dateEnLettres(modele.socleDepuis.publieeLe)}. Votre groupe continue de partir de la sienne tant
          qu’il n’en publie pas une autre.
        </Encart>
      )}
      <div className="grid gap-8 xl:grid-cols-[16rem_minmax(0,1fr)]">
        <div className="max-xl:hidden xl:sticky xl:top-20 xl:max-h-[calc(100dvh-6rem)] xl:overflow-auto">
          <Plan
            entrees={[
              ...sommaireDe(unites).map((e) => ({ ...e, marques: [] })),
              { ancre: 'valeurs', numero: '', titre: 'Valeurs attendues', niveau: 1, marques: [] },
            ]}
            retraits={[]}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-10">
          <TexteModele
            surtitre="Modèle"
            titre={enClair(fragmentsDeBalise(resolution, modele.titre))}
            unites={unites}
          />
          <section id="valeurs" className="scroll-mt-20">
            <h2 className="mb-3 font-serif text-xl font-semibold">Valeurs attendues par le texte</h2>
            <TableParametres lignes={parametresAffiches(modele.definitions)} />
          </section>
        </div>
      </div>
    </>
  )
}
