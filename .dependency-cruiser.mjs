/**
 * The rooms of ARCHITECTURE.md as rules: what is not allowed here is forbidden. Composition roots may import anything.
 * Each room: where it is, and what it may import besides itself and packages.
 */
const ROOTS = '^src/(main\\.tsx|(own|trial)Device\\.ts|serviceWorker\\.ts|server/main\\.ts)$|\\.worker\\.ts$';
const rooms = [
  { name: 'core-shared', path: '^src/core/shared/', may: [] },
  { name: 'core-document', path: '^src/core/document/', may: ['^src/core/shared/'] },
  { name: 'core-circle', path: '^src/core/circle/', may: ['^src/core/(shared|document)/'] },
  { name: 'core-sync', path: '^src/core/sync/', may: ['^src/core/shared/', '^src/protocol/exchange/refusals\\.ts$'] },
  { name: 'core-plan', path: '^src/core/plan/', may: ['^src/core/(shared|document|circle)/'] },
  { name: 'core-organisation', path: '^src/core/organisation/', may: ['^src/core/(shared|document|circle)/'] },
  { name: 'core-part', path: '^src/core/part/', may: ['^src/core/(shared|document|circle|plan)/'] },
  { name: 'core-conference', path: '^src/core/conference/', may: ['^src/core/(shared|document|circle|plan)/'] },
  { name: 'core-evaluation', path: '^src/core/evaluation/', may: ['^src/core/(shared|document|circle|plan)/'] },
  { name: 'core-consent', path: '^src/core/consent/', may: ['^src/core/(shared|plan)/'] },
  { name: 'core-clocks', path: '^src/core/clocks/', may: ['^src/core/(shared|document|circle|plan|consent)/'] },
  { name: 'protocol', path: '^src/protocol/', may: ['^src/core/shared/', '^src/core/document/operation\\.ts$'] },
  {
    name: 'crypto-verification',
    path: '^src/crypto/verification/',
    may: ['^src/core/(shared|circle)/', '^src/protocol/'],
  },
  { name: 'crypto', path: '^src/crypto/', may: ['^src/core/(shared|document|circle)/', '^src/protocol/'] },
  { name: 'application', path: '^src/application/', may: ['^src/(core|crypto|protocol)/'] },
  { name: 'courier', path: '^src/courier/', may: ['^src/application/ports\\.ts$', '^src/core/(shared|sync)/', '^src/protocol/'] },
  {
    name: 'adapters',
    path: '^src/adapters/',
    may: ['^src/application/ports\\.ts$', '^src/courier/ports\\.ts$', '^src/core/', '^src/protocol/'],
  },
  { name: 'ui-i18n', path: '^src/ui/i18n/', may: ['^src/core/', '^src/application/application\\.ts$'] },
  { name: 'ui-components', path: '^src/ui/components/', may: ['^src/ui/i18n/', '^src/core/', '^src/application/application\\.ts$'] },
  {
    name: 'ui-features',
    path: '^src/ui/features/([^/]+)/',
    may: ['^src/ui/features/$1/', '^src/ui/(components|i18n)/', '^src/core/', '^src/application/application\\.ts$'],
  },
  { name: 'ui-routes', path: '^src/ui/routes/', may: ['^src/ui/', '^src/core/', '^src/application/application\\.ts$'] },
  { name: 'ui-app', path: '^src/ui/app/', may: ['^src/ui/', '^src/core/', '^src/application/application\\.ts$'] },
  { name: 'server', path: '^src/server/', may: ['^src/protocol/', '^src/core/(shared|circle)/', '^src/crypto/verification/'] },
];
const LIBRARIES = [
  { name: 'dexie', only: '^src/adapters/dexie/' },
  { name: 'yjs', only: '^src/core/document/' },
  { name: '@noble/hashes', only: '^src/(adapters/argon2|crypto)/' },
  { name: '@hpke/core', only: '^src/crypto/' },
  { name: 'cborg', only: '^src/(crypto|protocol|adapters/opfs|core/document|application)/' },
  { name: 'saxes', only: '^src/adapters/files/' },
  { name: 'ts-ics', only: '^src/adapters/files/' },
  { name: 'react', only: '^src/(ui/|main\\.tsx)' },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '^(virtual:|node:)' },
    },
    { name: 'only-rooms', severity: 'error', from: { path: '^src/', pathNot: [ROOTS, ...rooms.map((room) => room.path)] }, to: {} },
    {
      name: 'not-to-development-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/(@types|@fontsource-variable)/' },
    },
    ...rooms.map(({ name, path, may }) => ({
      name: `room-${name}`,
      severity: 'error',
      from: { path, pathNot: ROOTS },
      to: { path: '^src/', pathNot: [name === 'ui-features' ? '^src/ui/features/$1/' : path, ...may] },
    })),
    {
      // Not even by way of others: the server checks signatures and opens nothing.
      name: 'server-is-blind',
      severity: 'error',
      from: { path: '^src/server/' },
      to: {
        path: '^src/(crypto/(?!verification/)|protocol/payload\\.ts|core/(?!shared/|circle/|document/)|application|ui)',
        reachable: true,
      },
    },
    {
      // Not even by way of others: the service worker delivers and fetches while everything is locked, and can open nothing.
      name: 'service-worker-is-blind',
      severity: 'error',
      from: { path: '^src/(serviceWorker\\.ts$|courier/)' },
      to: {
        path: '^src/(crypto|protocol/payload\\.ts|application/(?!ports\\.ts$)|ui)|^src/adapters/(?!courier/|http/)',
        reachable: true,
      },
    },
    ...LIBRARIES.map(({ name, only }) => ({
      name: `library-${name}`,
      severity: 'error',
      from: { path: '^src/', pathNot: [only, ROOTS] },
      to: { path: `node_modules/${name}/`, dependencyTypesNot: ['type-only'] },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
};
