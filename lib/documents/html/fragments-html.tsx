import { Fragment as Fragment_, type ReactNode } from 'react'
import type { Fragment } from '../blocs/blocs'

/** Un fragment et ses marques ; une lacune se dit aussi aux lecteurs d'écran. */
function FragmentHtml({ fragment }: { fragment: Fragment }): ReactNode {
  let contenu: ReactNode = fragment.texte.includes('\n')
    ? fragment.texte.split('\n').flatMap((ligne, i) => (i === 0 ? [ligne] : [<br key={i} />, ligne]))
    : fragment.texte
  if (fragment.exposant) contenu = <sup>{contenu}</sup>
  if (fragment.italique) contenu = <em>{contenu}</em>
  if (fragment.gras) contenu = <strong>{contenu}</strong>
  if (fragment.souligne) contenu = <u>{contenu}</u>
  if (fragment.difference === 'ajout') contenu = <ins className="doc-ajout">{contenu}</ins>
  if (fragment.difference === 'retrait') contenu = <del className="doc-ote">{contenu}</del>
  if (fragment.lacune) {
    contenu = (
      <mark
        className="doc-lacune"
        data-cle={fragment.lacune.cle}
        data-tardive={fragment.lacune.tardive || undefined}
      >
        <span className="doc-hors-vue">À compléter{'\u00a0'}: </span>
        {contenu}
      </mark>
    )
  } else if (fragment.parametre) {
    contenu = (
      <span className="doc-parametre" data-parametre={fragment.parametre}>
        {contenu}
      </span>
    )
  }
  if (fragment.passage) {
    contenu = (
      <span className="doc-passage" data-fil={fragment.passage}>
        {contenu}
      </span>
    )
  }
  if (fragment.versAncre) {
    contenu = (
      <a className="doc-renvoi" href={`#${encodeURIComponent(fragment.versAncre)}`}>
        {contenu}
      </a>
    )
  }
  return contenu
}

const OUVERTURE = { ajout: ' [ajouté\u00a0: ', retrait: ' [retiré\u00a0: ' } as const

/**
 * Suite de fragments. Les bornes d'un ajout ou d'un retrait se disent aussi : tous les lecteurs d'écran ne lisent pas le
 * sens de « ins » et « del ».
 */
export function FragmentsHtml({ fragments }: { fragments: Fragment[] }) {
  return fragments.map((fragment, i) => {
    const { difference } = fragment
    if (!difference) return <FragmentHtml key={i} fragment={fragment} />
    return (
      <Fragment_ key={i}>
        {fragments[i - 1]?.difference !== difference && (
          <span className="doc-hors-vue">{OUVERTURE[difference]}</span>
        )}
        <FragmentHtml fragment={fragment} />
        {fragments[i + 1]?.difference !== difference && <span className="doc-hors-vue">] </span>}
      </Fragment_>
    )
  })
}
