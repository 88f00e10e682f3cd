// The arrows of the architecture: domain ← projections ← graphql, adapters ← main.
// `tests/architecture/arrows.test.ts` plants a violation of each rule and sees it caught.

/** What projections may know of the domain: what happened and what the values mean. */
const knownToProjections = [
  'event|event-log|fold|text|identifiers|period|decimal|civil-date|catalogue|universe|code-lists',
  'indicator/(aggregation|epochs|partition|rollup|sums|units)',
  'plan/(rules|first-adoption|organizing-events|life-events)',
  'commitment/(standing|tracking-events)',
  'cycle/(expectation|timeliness)',
  'submission/standing',
  'organization/succession',
  'consent/in-force',
  '[^/]+/events',
].join('|');

/** A rule that holds for every import, type-only ones included. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      'no-cycle',
      'Files that import each other are one file in disguise.',
      {},
      { circular: true },
    ),
    forbid(
      'domain-is-pure',
      'The domain imports only itself, zod and decimal.js: no I/O, no clock, no technology.',
      { path: '^src/domain/' },
      { couldNotResolve: false, pathNot: ['^src/domain/', 'node_modules/(zod|decimal\\.js)/'] },
    ),
    forbid(
      'projections-are-pure',
      'Projections import only themselves and the domain.',
      { path: '^src/projections/' },
      { couldNotResolve: false, pathNot: ['^src/projections/', '^src/domain/'] },
    ),
    forbid(
      'projections-never-decide',
      'Projections know events, values and rules of the domain, never its states and decisions.',
      { path: '^src/projections/' },
      { path: '^src/domain/', pathNot: `^src/domain/(${knownToProjections})\\.ts$` },
    ),
    forbid(
      'adapters-know-no-graphql',
      'Adapters know the ports of domain and projections; the API is not their business.',
      { path: '^src/adapters/' },
      { path: '^src/(graphql|main)[/.]' },
    ),
    forbid(
      'graphql-knows-no-adapter',
      'The API reaches every technology through a port.',
      { path: '^src/graphql/' },
      { path: '^src/(adapters|main)[/.]' },
    ),
    forbid(
      'graphql-libraries-stay-in-graphql',
      'Decorators, shape validation and batching belong to the API alone.',
      { path: '^src/', pathNot: '^src/graphql/' },
      { path: 'node_modules/(type-graphql|class-validator|dataloader)/' },
    ),
    forbid(
      'storage-stays-in-adapters',
      'Files and databases are reached through the event-log and read-model ports.',
      { path: '^src/', pathNot: '^src/(adapters|main)[/.]' },
      { path: '^(node:)?sqlite$', dependencyTypes: ['core'] },
    ),
    forbid(
      'event-store-client-stays-in-its-adapter',
      'One client in a process, behind the event-log port; its successor breaks it.',
      { path: '^src/', pathNot: '^src/adapters/event-log/esdb/' },
      { path: 'node_modules/(@eventstore/db-client|@kurrent/kurrentdb-client)/' },
    ),
    forbid(
      'only-main-wires',
      'src/main.ts and src/main/ import everything; nothing imports them.',
      { path: '^src/', pathNot: '^src/main[/.]' },
      { path: '^src/main[/.]' },
    ),
    forbid(
      'production-stands-alone',
      'What is served never needs tests, measurements, scripts or the web client.',
      { path: '^src/' },
      { path: '^(tests|bench|scripts|console)/' },
    ),
    forbid(
      'production-needs-no-dev-dependency',
      'The program runs after `npm ci --omit=dev`.',
      { path: '^src/' },
      {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'console-knows-only-the-schema',
      'The web client imports only its own files and the types generated from the schema.',
      { path: '^console/' },
      { path: '^(src|tests|bench|scripts)/' },
    ),
    forbid('no-unresolved', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
