import { Download, FileText } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { joindre } from '@/components/ui/joindre'
import type { Lacune } from '@/lib/documents/blocs/blocs'
import { unitesRetenues } from '@/lib/domaine/texte/finalisation'
import type { RattachementLu } from '@/lib/lectures/activite/lire-activite'
import type { ConventionLue, FichierLu } from '@/lib/lectures/convention/lire-convention'
import { activiteNumero, etatDuBout } from '@/lib/presentation/conventions/activite'
import {
  adresseConvention,
  adresseDocument,
  adresseFichier,
  adresseRedaction,
} from '@/lib/presentation/conventions/adresses'
import { avenantNumero, etatDeLAvenant } from '@/lib/presentation/conventions/avenants'
import { nomDuSignataire } from '@/lib/presentation/conventions/document'
import { majuscule } from '@/lib/presentation/conventions/liste'
import { empreinteLisible, poids } from '@/lib/presentation/conventions/reprise'
import { dateEnLettres } from '@/lib/presentation/typographie'

type Proprietes = {
  convention: ConventionLue
  manques: { maintenant: readonly Lacune[]; plusTard: readonly Lacune[] }
  /** Activités partagées qui s'y rattachent. */
  activites: readonly RattachementLu[]
  avecTexte: boolean
  peutReprendre: boolean
  /** Ce qui prépare le PDF et le Word d'un long texte, à la place de leurs liens. */
  documentsLongs?: ReactNode
}

/** La marge : ce qui manque d'abord, puis les parties, les pièces et les documents. */
export function Informations({
  convention: c,
  manques,
  activites,
  avecTexte,
  peutReprendre,
  documentsLongs,
}: Proprietes) {
  const formulaires = unitesRetenues(c).flatMap((u) => (u.fichier ? [u.fichier] : []))
  return (
    <div className="flex flex-col gap-7 text-[0.9375rem]">
      {manques.maintenant.length > 0 && (
        <Bloc titre={`À compléter (${manques.maintenant.length})`}>
          <Lacunes lacunes={manques.maintenant} />
          {c.droits.modifier && (
            <Link className="lien mt-2 inline-block font-medium" href={adresseRedaction(c.reference)}>
              Compléter dans la rédaction
            </Link>
          )}
        </Bloc>
      )}
      {manques.plusTard.length > 0 && (
        <Bloc titre="Connu après le vote">
          <Lacunes lacunes={manques.plusTard} />
        </Bloc>
      )}
      <Bloc titre="Parties et signataires">
        <ul className="space-y-3">
          {c.parties.map((p) => (
            <li key={p.id}>
              <p className="font-medium">{majuscule(p.designation.nom)}</p>
              {p.quitteLe && (
                <p className="text-sm">Se retire : dernier jour le {dateEnLettres(p.quitteLe)}</p>
              )}
              {p.signataires.length === 0 && <p className="text-encre-2">Signataire non renseigné</p>}
              {p.signataires.map((s, i) => (
                <p key={i} className="text-encre-2">
                  {nomDuSignataire(s) || 'Nom à renseigner'}
                  {s.qualite && `, ${s.qualite}`}
                  {s.signeLe && <span className="block text-sm">Signé le {dateEnLettres(s.signeLe)}</span>}
                </p>
              ))}
            </li>
          ))}
        </ul>
      </Bloc>
      <Bloc titre={c.centres.length > 1 ? 'Centres' : 'Centre'}>
        <ul className="space-y-1">
          {c.centres.map((centre) => (
            <li key={centre.id}>
              <Link className="lien" href={`/cms/${centre.code}`}>
                {centre.nom}
              </Link>
            </li>
          ))}
        </ul>
      </Bloc>
      {!c.initiale && (c.avenants.length > 0 || peutReprendre) && (
        <Bloc titre="Avenants">
          {c.avenants.length === 0 && <p className="text-encre-2">Aucun avenant enregistré.</p>}
          <ol className="space-y-2">
            {c.avenants.map((a) => (
              <li key={a.acteId}>
                <Link className="lien font-medium" href={adresseConvention(a.reference)}>
                  {avenantNumero(a.rang)} : {a.titre}
                </Link>
                <span className="block text-sm text-encre-2">{etatDeLAvenant(a)}</span>
              </li>
            ))}
          </ol>
          {peutReprendre && (
            <Link
              className="lien mt-2 inline-block"
              href={`/conventions/reprise?avenant-de=${encodeURIComponent(c.reference)}`}
            >
              Reprendre un avenant signé
            </Link>
          )}
        </Bloc>
      )}
      {activites.length > 0 && (
        <Bloc titre="Activités partagées">
          <ol className="space-y-2">
            {activites.map((r) => (
              <li key={r.id}>
                <Link className="lien font-medium" href={adresseConvention(r.autre.reference)}>
                  {activiteNumero(r.numero)}, {r.autre.reference}
                </Link>
                <span className="block text-sm text-encre-2">
                  {r.autre.villes}. {etatDuBout(r)}
                </span>
              </li>
            ))}
          </ol>
        </Bloc>
      )}
      {c.fichiers.length > 0 && (
        <Bloc titre="Acte signé">
          <ul className="space-y-3">
            {c.fichiers.map((f) => (
              <li key={f.id}>
                <Fichier fichier={f} />
              </li>
            ))}
          </ul>
        </Bloc>
      )}
      {formulaires.length > 0 && (
        <Bloc titre="Formulaires joints">
          <ul className="space-y-3">
            {formulaires.map((f) => (
              <li key={f.id}>
                <Fichier fichier={f} />
              </li>
            ))}
          </ul>
        </Bloc>
      )}
      {avecTexte && (
        <Bloc titre="Documents" ancre="documents">
          {documentsLongs}
          <ul className={joindre('space-y-2', documentsLongs ? 'mt-3' : '')}>
            {!documentsLongs && (
              <>
                <Lien
                  href={adresseDocument(c.reference, 'pdf')}
                  icone={<Download aria-hidden size={16} />}
                  direct
                >
                  PDF
                </Lien>
                <Lien
                  href={adresseDocument(c.reference, 'docx')}
                  icone={<Download aria-hidden size={16} />}
                  direct
                >
                  Word
                </Lien>
              </>
            )}
            <Lien href={`${adresseConvention(c.reference)}/texte`} icone={<FileText aria-hidden size={16} />}>
              Texte seul, à lire ou à imprimer
            </Lien>
          </ul>
        </Bloc>
      )}
    </div>
  )
}

const Bloc = ({ titre, ancre, children }: { titre: string; ancre?: string; children: ReactNode }) => (
  <section id={ancre} className="scroll-mt-24">
    <h2 className="mb-2 border-b border-trait pb-1 font-semibold">{titre}</h2>
    {children}
  </section>
)

const Lacunes = ({ lacunes }: { lacunes: readonly Lacune[] }) => (
  <ul className="space-y-1">
    {lacunes.map((l) => (
      <li key={l.cle} className="flex flex-wrap justify-between gap-x-3">
        <span>{l.libelle}</span>
        {l.unite ? (
          <a className="lien text-sm" href={`?vue=texte#u-${encodeURIComponent(l.unite)}`}>
            {l.ou}
          </a>
        ) : (
          <span className="text-sm text-encre-2">{l.ou}</span>
        )}
      </li>
    ))}
  </ul>
)

/** Un document fabriqué à la demande ne se précharge pas : lien ordinaire. */
const Lien = ({
  href,
  icone,
  direct,
  children,
}: {
  href: string
  icone: ReactNode
  direct?: boolean
  children: ReactNode
}) => (
  <li className="flex items-center gap-2">
    {icone}
    {direct ? (
      <a className="lien" href={href}>
        {children}
      </a>
    ) : (
      <Link className="lien" href={href}>
        {children}
      </Link>
    )}
  </li>
)

/** Une pièce gardée octet pour octet : son nom, son poids, son empreinte. */
export const Fichier = ({
  fichier: f,
}: {
  fichier: Omit<FichierLu, 'type' | 'creeLe'> & { creeLe?: Date }
}) => (
  <>
    <a className="lien font-medium break-words" href={adresseFichier(f.id)}>
      {f.nom}
    </a>{' '}
    <span className="text-encre-2">({poids(f.taille)})</span>
    {f.creeLe && <span className="block text-sm text-encre-2">Déposé le {dateEnLettres(f.creeLe)}</span>}
    <details className="text-sm text-encre-2">
      <summary className="lien">Empreinte SHA-256</summary>
      <code className="font-mono text-[0.8125rem] break-words">{empreinteLisible(f.empreinte)}</code>
    </details>
  </>
)
