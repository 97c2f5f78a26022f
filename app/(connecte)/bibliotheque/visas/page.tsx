import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FenetreVisa } from '@/components/bibliotheque/visa'
import { EntetePage } from '@/components/ui/entete-page'
import { Etiquette } from '@/components/ui/etiquette'
import { PucesFiltre } from '@/components/ui/puces-filtre'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { listerVisas } from '@/lib/lectures/modele/lister-visas'
import { usagesDits, validiteDite } from '@/lib/presentation/bibliotheque/visas'
import { dateEnLettres, typographier } from '@/lib/presentation/typographie'
import { exigerSession } from '@/lib/serveur/session'
import { enregistrerTexte } from '../actions'

export const metadata: Metadata = { title: 'Textes de référence' }

export default async function PageVisas({
  searchParams,
}: {
  searchParams: Promise<{ groupe?: string | string[] }>
}) {
  const { acteur } = await exigerSession()
  const { groupe } = await searchParams
  const lus = await listerVisas(acteur, typeof groupe === 'string' ? groupe : null)
  if (!lus) notFound()
  const jour = aujourdHuiAParis(new Date())
  const textes = new Map(lus.visas.map((v) => [v.code, v.texte]))
  const commun = {
    groupeId: lus.groupe.id,
    enregistrer: enregistrerTexte,
    autres: lus.visas.map(({ code, texte }) => ({ code, texte })),
  }
  return (
    <>
      <EntetePage
        titre="Textes de référence"
        surtitre={lus.groupe.nom}
        filAriane={[{ libelle: 'Bibliothèque', href: '/bibliotheque' }, { libelle: 'Textes de référence' }]}
        description="Ce que citent les visas, et depuis quand. Un texte cité hors de sa validité est signalé à la rédaction et avant la signature."
        actions={lus.peutEcrire && <FenetreVisa {...commun} visa={null} />}
      />
      {lus.groupes.length > 1 && (
        <div className="mb-5">
          <PucesFiltre
            libelle="Groupe"
            puces={lus.groupes.map((g) => ({
              libelle: g.nom,
              href: `/bibliotheque/visas?groupe=${g.code}`,
              actif: g.code === lus.groupe.code,
            }))}
          />
        </div>
      )}
      <ul className="max-w-5xl border-t border-trait">
        {lus.visas.map((v) => {
          const validite = validiteDite(v, jour)
          return (
            <li
              key={v.code}
              className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-trait py-4"
            >
              <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
                <p className="max-w-lecture">{typographier(v.texte)}</p>
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-encre-2">
                  <Etiquette ton={validite.ton}>{validite.libelle}</Etiquette>
                  {v.corrige && (
                    <span>
                      {v.corrige.fourni ? 'Corrigé' : 'Ajouté'} par {v.corrige.parNom}, le{' '}
                      {dateEnLettres(v.corrige.le)}
                    </span>
                  )}
                  <span>{usagesDits(v.usages)}</span>
                </p>
                {v.remplacePar && textes.has(v.remplacePar) && (
                  <p className="max-w-lecture text-sm">
                    Remplacé par : {typographier(textes.get(v.remplacePar) ?? '')}
                  </p>
                )}
                {v.note && <p className="max-w-lecture text-sm text-encre-2">{typographier(v.note)}</p>}
              </div>
              {lus.peutEcrire && <FenetreVisa key={v.version} {...commun} visa={v} />}
            </li>
          )
        })}
      </ul>
    </>
  )
}
