const ORIGINE = 'http://interne.invalid'

/**
 * Chemin interne vers lequel revenir après la connexion, ou « / ». Tout ce qui pourrait sortir de l'application
 * (autre origine, « //hôte », barre inversée, caractère de contrôle) est écarté, ainsi que la connexion elle-même.
 */
export function suiteInterne(brut: unknown): string {
  if (typeof brut !== 'string' || brut.length > 1_000 || !/^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/.test(brut))
    return '/'
  const url = URL.canParse(brut, ORIGINE) ? new URL(brut, ORIGINE) : null
  if (!url || url.origin !== ORIGINE || url.pathname.startsWith('//')) return '/'
  if (/^\/(connexion|activation|api)(\/|$)/.test(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}
