// La clôture de la maison : chaque pièce dit ce qu'elle peut importer, tout le reste est une erreur.
// Chaque règle a un import témoin qui doit échouer dans tests/architecture.
const PIECES = '^(app|components|lib|prisma|scripts|tests|e2e)/'
const bibliotheques = (...noms) => noms.map((n) => `^node_modules/${n}(/|$)`)
const BIBLIOTHEQUES = '^node_modules/'

/** Une pièce n'importe que ce qui est listé, dans la maison comme dehors. */
const piece = (nom, de, maison, dehors, exceptions = {}) => ({
  name: nom,
  severity: 'error',
  from: { path: `^${de}/`, ...exceptions.from },
  to: {
    path: dehors === 'toutes' ? PIECES : `${PIECES}|${BIBLIOTHEQUES}`,
    pathNot: [...maison.map((m) => `^${m}`), ...(dehors === 'toutes' ? [] : dehors)],
    ...exceptions.to,
  },
})
const TYPES_SEULS = { dependencyTypesNot: ['type-only'] }

module.exports = {
  forbidden: [
    piece(
      'domaine',
      'lib/domaine',
      ['lib/domaine/'],
      bibliotheques('zod', 'diff', 'parse5', 'entities', '@socialgouv'),
    ),
    piece(
      'cas-usage',
      'lib/cas-usage',
      ['lib/(cas-usage|domaine|bd)/'],
      bibliotheques('zod', 'server-only', '@node-rs'),
    ),
    piece(
      'lectures',
      'lib/lectures',
      ['lib/(lectures|domaine|bd)/'],
      bibliotheques('zod', 'server-only', 'react'),
    ),
    piece('bd', 'lib/bd', ['lib/(bd|domaine)/'], bibliotheques('@prisma', 'pg', 'pg-boss', 'server-only')),
    piece(
      'presentation',
      'lib/presentation',
      ['lib/(presentation|domaine)/', 'lib/documents/blocs/'],
      bibliotheques('zod'),
      {
        to: TYPES_SEULS,
      },
    ),
    piece(
      'presentation-types',
      'lib/presentation',
      ['lib/(presentation|domaine|lectures)/', 'lib/documents/blocs/'],
      'toutes',
    ),
    piece('documents', 'lib/documents', ['lib/(documents|presentation|domaine)/'], 'toutes'),
    piece(
      'serveur',
      'lib/serveur',
      ['lib/(serveur|cas-usage|lectures|bd|domaine|documents|presentation)/'],
      'toutes',
      {
        // L'amorçage charge les données du socle et de la démonstration.
        from: { pathNot: '^lib/serveur/(amorcer|entrees)/' },
      },
    ),
    piece(
      'components',
      'components',
      ['components/', 'lib/(presentation|domaine)/', 'lib/documents/(blocs|html)/'],
      'toutes',
      {
        to: TYPES_SEULS,
      },
    ),
    piece(
      'components-types',
      'components',
      ['components/', 'lib/(presentation|domaine|lectures|serveur)/', 'lib/documents/(blocs|html)/'],
      'toutes',
    ),
    piece(
      'app',
      'app',
      ['app/', 'components/', 'lib/(serveur|cas-usage|lectures|domaine|presentation|documents)/'],
      'toutes',
    ),
    {
      name: 'app-sans-base',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(lib/bd/|node_modules/(@prisma|pg)(/|$))' },
    },
    {
      name: 'ui-sans-domaine',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: {
        path: '^(components/(?!ui/)|lib/(domaine|lectures|documents)/)',
        pathNot: '^lib/domaine/texte/plier',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pas-de-cycle',
      severity: 'error',
      from: { pathNot: '^lib/bd/genere/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: '^(node_modules|lib/bd/genere)' },
    exclude: { path: '^(\\.next|\\.construit|\\.donnees)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
