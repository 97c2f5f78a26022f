import type { Lettre } from './composer'

const ENTITES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const echapper = (texte: string): string => texte.replace(/[&<>"']/g, (c) => ENTITES[c] ?? c)

const POLICE = "font-family:Georgia,'Times New Roman',serif"
const paragraphe = (texte: string, style = ''): string =>
  `<p style="margin:0 0 16px;${style}">${echapper(texte).replace(/\r?\n/g, '<br>')}</p>`

/**
 * Une page sobre, sans image ni script ni feuille extérieure : lisible même quand la messagerie retire les styles. Les
 * couleurs se lisent sur fond clair comme sur fond sombre.
 */
export function miseEnHtml({ objet, salut, phrases, citation, code, lien, pied }: Lettre): string {
  const corps = [paragraphe(salut), ...phrases.map((p) => paragraphe(p))]
  if (code)
    corps.push(
      `<p style="margin:0 0 16px;font:600 28px/1.3 Consolas,Menlo,monospace;letter-spacing:0.18em">${echapper(code)}</p>`,
    )
  if (citation)
    corps.push(
      paragraphe(`${citation.intitule}\u00a0:`, 'margin-bottom:4px;font-weight:600'),
      `<blockquote style="margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid #8a94a6">${echapper(citation.texte).replace(/\r?\n/g, '<br>')}</blockquote>`,
    )
  if (lien) corps.push(bouton(lien.libelle, lien.adresse))
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${echapper(objet)}</title>
</head>
<body style="margin:0;padding:24px 16px;${POLICE};font-size:17px;line-height:1.5">
<div style="max-width:560px;margin:0 auto">
${corps.join('\n')}
<hr style="margin:28px 0 12px;border:0;border-top:1px solid #8a94a6">
${pied.map((p) => paragraphe(p, 'margin-bottom:4px;font-size:14px')).join('\n')}
</div>
</body>
</html>
`
}

/** Le lien en bouton, puis l'adresse en clair : elle se vérifie, et se copie si le bouton ne s'ouvre pas. */
function bouton(libelle: string, adresse: string): string {
  const [url, texte] = [echapper(adresse), echapper(libelle)]
  return `<p style="margin:24px 0 8px"><a href="${url}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#1d4e89;color:#ffffff;font-family:Arial,sans-serif;font-size:16px;font-weight:600;text-decoration:none">${texte}</a></p>
<p style="margin:0 0 16px;font-size:14px;word-break:break-all">${url}</p>`
}
