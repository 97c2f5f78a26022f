import type { ReactElement } from 'react'
import type {
  Bloc,
  BlocCircuit,
  BlocListe,
  BlocSignatures,
  BlocTableau,
  BlocTexte,
  BlocTitre,
} from '../blocs/blocs'
import { renvoisEtape, separateurDeTitre, texteDesFragments } from '../texte/texte-du-document'
import { FragmentsHtml } from './fragments-html'

type Provenance = { unite?: string; idBloc?: string }
const provenance = (b: Provenance) => ({ 'data-unite': b.unite, 'data-bloc': b.idBloc })

/** « Article 1er » avec son ordinal en exposant. */
function Numero({ numero }: { numero: string }) {
  const ordinal = /^(.*\b1)(er|re|ère)$/u.exec(numero)
  return (
    <span className="doc-numero">{ordinal ? [ordinal[1], <sup key="o">{ordinal[2]}</sup>] : numero}</span>
  )
}

function TitreHtml({ bloc, decalage }: { bloc: BlocTitre; decalage: number }) {
  const Balise = `h${Math.min(bloc.niveau + decalage, 6)}` as 'h2'
  return (
    <Balise id={bloc.ancre} className={`doc-titre doc-titre-${bloc.niveau}`} {...provenance(bloc)}>
      {bloc.numero ? <Numero numero={bloc.numero} /> : null}
      {bloc.numero && bloc.fragments.length > 0 ? separateurDeTitre(bloc.numero) : null}
      <FragmentsHtml fragments={bloc.fragments} />
    </Balise>
  )
}

function ListeHtml({ bloc }: { bloc: BlocListe }) {
  const elements = bloc.elements.map((element, i) => (
    <li key={i}>
      {element.map((b, j) => (
        <TexteHtml key={j} bloc={b} />
      ))}
    </li>
  ))
  if (!bloc.ordonnee) {
    return (
      <ul className="doc-liste" {...provenance(bloc)}>
        {elements}
      </ul>
    )
  }
  return (
    <ol className="doc-liste" start={bloc.debut} {...provenance(bloc)}>
      {elements}
    </ol>
  )
}

const texteDeLegende = (bloc: BlocTableau) => {
  if (bloc.legende) return bloc.legende
  const premiere = bloc.lignes[0]?.map((c) =>
    c.blocs.map((b) => (b.genre === 'paragraphe' ? texteDesFragments(b.fragments) : '')).join(' '),
  )
  return `Tableau\u00a0: ${premiere?.filter(Boolean).join(', ') ?? ''}`
}

function TableauHtml({ bloc }: { bloc: BlocTableau }) {
  const rang = (ligne: BlocTableau['lignes'][number], i: number, tete: boolean) => (
    <tr key={i}>
      {ligne.map((cellule, j) => {
        const portee = { colSpan: cellule.colonnes, rowSpan: cellule.lignes }
        const contenu = cellule.blocs.map((b, k) => <TexteHtml key={k} bloc={b} />)
        if (!tete && !cellule.enTete) {
          return (
            <td key={j} {...portee}>
              {contenu}
            </td>
          )
        }
        const scope = tete
          ? (cellule.colonnes ?? 1) > 1
            ? 'colgroup'
            : 'col'
          : (cellule.lignes ?? 1) > 1
            ? 'rowgroup'
            : 'row'
        return (
          <th key={j} scope={scope} {...portee}>
            {contenu}
          </th>
        )
      })}
    </tr>
  )
  const tetes = bloc.lignes.slice(0, bloc.lignesEnTete)
  return (
    // Le conteneur défile seul sur un écran étroit : il doit pouvoir recevoir le clavier.
    <div
      className="doc-tableau-cadre"
      role="group"
      aria-label={texteDeLegende(bloc)}
      tabIndex={0}
      {...provenance(bloc)}
    >
      <table className="doc-tableau">
        {bloc.legende ? <caption>{bloc.legende}</caption> : null}
        <colgroup>
          {bloc.largeurs.map((largeur, i) => (
            <col key={i} style={{ width: `${Math.round(largeur * 1000) / 10}%` }} />
          ))}
        </colgroup>
        {tetes.length > 0 ? <thead>{tetes.map((l, i) => rang(l, i, true))}</thead> : null}
        <tbody>{bloc.lignes.slice(bloc.lignesEnTete).map((l, i) => rang(l, i, false))}</tbody>
      </table>
    </div>
  )
}

function TexteHtml({ bloc }: { bloc: BlocTexte }): ReactElement {
  if (bloc.retrait)
    return (
      <div className="doc-sous-alinea">
        <TexteHtml bloc={{ ...bloc, retrait: false }} />
      </div>
    )
  if (bloc.genre === 'liste') return <ListeHtml bloc={bloc} />
  if (bloc.genre === 'tableau') return <TableauHtml bloc={bloc} />
  return (
    <p
      className={`doc-p doc-${bloc.style ?? 'normal'}${bloc.numero ? ' doc-considerant' : ''}`}
      {...provenance(bloc)}
    >
      {bloc.numero ? <span className="doc-repere">{bloc.numero} </span> : null}
      <FragmentsHtml fragments={bloc.fragments} />
    </p>
  )
}

function CircuitHtml({ bloc }: { bloc: BlocCircuit }) {
  return (
    <figure className="doc-circuit" {...provenance(bloc)}>
      <figcaption>{bloc.legende}</figcaption>
      <ol>
        {bloc.etapes.map((etape, i) => {
          const suivant = bloc.etapes[i + 1]?.rang
          const passage = etape.vers.find((v) => v.rang === suivant)
          return (
            <li key={etape.code} value={etape.rang} className="doc-etape">
              <div className="doc-etape-boite">
                <span className="doc-etape-rang" aria-hidden="true">
                  {etape.rang}
                </span>
                <div className="doc-etape-corps">
                  <p className="doc-etape-tete">
                    <strong>{etape.acteur}</strong>
                    {etape.delai ? <span className="doc-etape-delai"> {etape.delai}</span> : null}
                  </p>
                  <p>{etape.texte}</p>
                  {renvoisEtape(etape, suivant).map((renvoi) => (
                    <p key={renvoi} className="doc-etape-renvoi">
                      {renvoi}
                    </p>
                  ))}
                </div>
              </div>
              {passage ? (
                <p className="doc-fleche">
                  <svg aria-hidden="true" width="12" height="24" viewBox="0 0 12 24" focusable="false">
                    <path d="M6 0v17M1.5 15.5 6 23l4.5-7.5z" fill="currentColor" stroke="currentColor" />
                  </svg>
                  {passage.condition ?? null}
                </p>
              ) : null}
            </li>
          )
        })}
      </ol>
    </figure>
  )
}

function SignaturesHtml({ bloc }: { bloc: BlocSignatures }) {
  return (
    <section className="doc-signatures" aria-label="Signatures">
      {bloc.introduction.length > 0 ? (
        <p className="doc-p">
          <FragmentsHtml fragments={bloc.introduction} />
        </p>
      ) : null}
      <ul>
        {bloc.signataires.map((s, i) => (
          <li key={i} className="doc-signataire">
            <p className="doc-signataire-partie">{s.partie}</p>
            {s.qualite ? <p>{s.qualite}</p> : null}
            {s.nom ? <p>{s.nom}</p> : null}
            {s.mention ? <p className="doc-signataire-mention">{s.mention}</p> : null}
            <div className="doc-signature-cadre" aria-hidden="true" />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Rend un bloc du modèle neutre ; `decalageTitres` vaut 1 quand la page a déjà son h1. */
export function BlocHtml({
  bloc,
  decalageTitres = 1,
}: {
  bloc: Bloc
  decalageTitres?: number
}): ReactElement {
  switch (bloc.genre) {
    case 'titre':
      return <TitreHtml bloc={bloc} decalage={decalageTitres} />
    case 'circuit':
      return <CircuitHtml bloc={bloc} />
    case 'signatures':
      return <SignaturesHtml bloc={bloc} />
    case 'encart':
      return (
        <aside className="doc-encart" aria-label={bloc.titre || undefined} {...provenance(bloc)}>
          {bloc.titre ? <p className="doc-encart-titre">{bloc.titre}</p> : null}
          <p className="doc-p">
            <FragmentsHtml fragments={bloc.fragments} />
          </p>
        </aside>
      )
    // L'écran dessine ses graphiques lui-même, aux couleurs du thème.
    case 'graphique':
      return <p className="doc-p">{bloc.dessin.titre}</p>
    default:
      return <TexteHtml bloc={bloc} />
  }
}
