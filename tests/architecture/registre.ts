// Ce que l'application ouvre au dehors, lu dans le code lui-même : pages, routes et actions serveur.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const RACINE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Comment une action est faite : par une des trois portes, ou à la main (alors elle doit être une exception nommée). */
export type ActionLue = {
  cle: string
  fichier: string
  nom: string
  porte: 'action' | 'actionEnEtapes' | 'actionPublique' | 'actionInvitee' | 'aucune'
  /** Expression du schéma et ses imports, de quoi le recharger dans un test. */
  schema: string | null
  imports: Record<string, string>
}
export type Registre = {
  pages: string[]
  routes: Record<string, string[]>
  actions: ActionLue[]
  /** Directives 'use server' posées ailleurs qu'en tête de fichier, et exports qui ne sont pas des actions. */
  ecarts: string[]
}

export function* fichiersDe(dossier: string): Generator<string> {
  if (!fs.existsSync(dossier)) return
  for (const e of fs.readdirSync(dossier, { withFileTypes: true })) {
    const complet = path.join(dossier, e.name)
    if (e.isDirectory()) {
      if (!['genere', 'node_modules'].includes(e.name)) yield* fichiersDe(complet)
    } else if (/\.(ts|tsx|js|mjs)$/.test(e.name)) yield complet
  }
}

/** Adresse servie par un dossier de `app/` : les groupes entre parenthèses n'y paraissent pas. */
const adresse = (fichier: string): string => {
  const morceaux = path.dirname(fichier).split(path.sep).slice(1)
  return `/${morceaux.filter((m) => !/^\(.*\)$/.test(m)).join('/')}`
}

export function lireRegistre(racine = RACINE): Registre {
  const registre: Registre = { pages: [], routes: {}, actions: [], ecarts: [] }
  for (const dossier of ['app', 'components', 'lib']) {
    for (const complet of fichiersDe(path.join(racine, dossier))) {
      const fichier = path.relative(racine, complet).split(path.sep).join('/')
      const texte = fs.readFileSync(complet, 'utf8')
      const base = path.basename(fichier).replace(/\.\w+$/, '')
      if (dossier === 'app' && base === 'page') registre.pages.push(adresse(fichier))
      if (dossier === 'app' && base === 'route')
        registre.routes[adresse(fichier)] = methodes(source(fichier, texte))
      if (texte.includes('use server')) lireActions(source(fichier, texte), registre)
    }
  }
  registre.pages.sort()
  registre.actions.sort((a, b) => (a.cle < b.cle ? -1 : 1))
  return registre
}

const source = (fichier: string, texte: string) =>
  ts.createSourceFile(fichier, texte, ts.ScriptTarget.Latest, true)

const estExporte = (n: ts.Node): boolean =>
  ts.canHaveModifiers(n) && (ts.getModifiers(n) ?? []).some((m) => m.kind === ts.SyntaxKind.ExportKeyword)

const METHODES = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

function methodes(fichier: ts.SourceFile): string[] {
  const noms: string[] = []
  for (const n of fichier.statements) {
    if (ts.isExportDeclaration(n)) {
      if (n.exportClause && ts.isNamedExports(n.exportClause))
        noms.push(...n.exportClause.elements.map((e) => e.name.text))
      else noms.push('*')
    }
    if (!estExporte(n)) continue
    if (ts.isFunctionDeclaration(n) && n.name) noms.push(n.name.text)
    if (ts.isVariableStatement(n))
      for (const d of n.declarationList.declarations)
        noms.push(...(ts.isIdentifier(d.name) ? [d.name.text] : d.name.elements.map((e) => e.getText())))
  }
  return noms.filter((n) => METHODES.includes(n) || n === '*').sort()
}

const estDirective = (n: ts.Node): boolean =>
  ts.isExpressionStatement(n) && ts.isStringLiteral(n.expression) && n.expression.text === 'use server'

function lireActions(fichier: ts.SourceFile, registre: Registre): void {
  const tete = fichier.statements[0]
  const enTete = tete !== undefined && estDirective(tete)
  const chercher = (n: ts.Node): void => {
    if (n !== tete && estDirective(n))
      registre.ecarts.push(`${fichier.fileName} : 'use server' ailleurs qu'en tête de fichier`)
    n.forEachChild(chercher)
  }
  chercher(fichier)
  if (!enTete) return
  const imports = importsDe(fichier)
  for (const n of fichier.statements) lireExport(n, fichier, imports, registre)
}

/** Nom local → module d'où il vient (« @/lib/… » devenu chemin depuis la racine). */
function importsDe(fichier: ts.SourceFile): Record<string, string> {
  const imports: Record<string, string> = {}
  for (const n of fichier.statements) {
    if (!ts.isImportDeclaration(n) || !ts.isStringLiteral(n.moduleSpecifier)) continue
    const liaisons = n.importClause?.namedBindings
    if (!liaisons || !ts.isNamedImports(liaisons)) continue
    for (const e of liaisons.elements) imports[e.name.text] = n.moduleSpecifier.text.replace(/^@\//, '')
  }
  return imports
}

function lireExport(
  n: ts.Statement,
  fichier: ts.SourceFile,
  imports: Record<string, string>,
  registre: Registre,
): void {
  const nom = fichier.fileName
  if (ts.isExportDeclaration(n) || ts.isExportAssignment(n)) {
    if (!(ts.isExportDeclaration(n) && n.isTypeOnly)) registre.ecarts.push(`${nom} : ${n.getText()}`)
    return
  }
  if (!estExporte(n) || ts.isInterfaceDeclaration(n) || ts.isTypeAliasDeclaration(n)) return
  const ajouter = (action: string, porte: ActionLue['porte'], schema: string | null) =>
    registre.actions.push({ cle: `${nom}#${action}`, fichier: nom, nom: action, porte, schema, imports })
  if (ts.isFunctionDeclaration(n) && n.name) return void ajouter(n.name.text, 'aucune', null)
  if (!ts.isVariableStatement(n)) return void registre.ecarts.push(`${nom} : ${n.getText().slice(0, 60)}`)
  for (const d of n.declarationList.declarations) {
    const appel = d.initializer
    const porte = appel && ts.isCallExpression(appel) ? appel.expression.getText() : ''
    const attendu = {
      action: 'lib/serveur/action',
      actionPublique: 'lib/serveur/action-publique',
      actionInvitee: 'lib/serveur/action-invitee',
      actionEnEtapes: 'lib/serveur/action-en-etapes',
    }[porte]
    const vraie = attendu !== undefined && imports[porte] === attendu
    if (vraie && appel && ts.isCallExpression(appel))
      ajouter(d.name.getText(), porte as ActionLue['porte'], appel.arguments[0]?.getText() ?? null)
    else ajouter(d.name.getText(), 'aucune', null)
  }
}
