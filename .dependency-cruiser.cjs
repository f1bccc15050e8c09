/** Who may import whom. See CONTRIBUTING.md, "The house". */
const layer = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: `^src/${from}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: '^src/', pathNot: [`^src/${from}/`, ...allowed.map((folder) => `^src/${folder}/`)] },
});
const only = (name, library, folder) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${folder}/` },
  to: { path: `(^|/)node_modules/${library}/` },
});
/**
 * Which modules read and write through which repository: the first owns its tables. Whoever ends tokens with what it
 * changes does so in its own transaction, under the lock on the user's row, and so uses `token` and `user` as well.
 */
const REPOSITORY_USERS = {
  'allowed-context': ['contexts'],
  'api-key': ['api-keys'],
  'audit-event': ['audit'],
  'audit-key': ['audit'],
  'audit-partition': ['audit'],
  'audit-search': ['audit'],
  'audit-tree': ['audit'],
  challenge: ['sessions'],
  context: ['contexts'],
  'console-session': ['sessions'],
  'context-token': ['contexts'],
  'login-attempts': ['auth'],
  'refused-logins': ['audit'],
  'reset-code': ['auth'],
  'sealed-token': ['contexts'],
  session: ['sessions', 'auth'],
  setting: ['settings'],
  'signing-key': ['signing-keys'],
  token: ['tokens', 'api-keys', 'contexts', 'passwords', 'sessions', 'users'],
  'user-list': ['users'],
  user: ['users', 'api-keys', 'passwords', 'sessions', 'tokens'],
};
const FOUNDATION = ['common', 'config', 'crypto', 'database'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: { path: '^(src|packages)/' }, to: { circular: true } },
    layer('common-imports-nothing-of-ours', 'common', []),
    layer('config-layer', 'config', ['common']),
    layer('logging-layer', 'logging', ['config']),
    layer('crypto-layer', 'crypto', ['common', 'config']),
    layer('database-layer', 'database', ['common', 'config']),
    layer('embedded-postgres-layer', 'embedded-postgres', ['config', 'common']),
    layer('settings-layer', 'settings', FOUNDATION),
    layer('audit-layer', 'audit', [...FOUNDATION, 'settings']),
    layer('passwords-layer', 'passwords', FOUNDATION),
    layer('users-layer', 'users', [...FOUNDATION, 'passwords']),
    layer('signing-keys-layer', 'signing-keys', FOUNDATION),
    layer('tokens-layer', 'tokens', [...FOUNDATION, 'signing-keys', 'users', 'settings']),
    layer('sessions-layer', 'sessions', [...FOUNDATION, 'passwords', 'tokens', 'users', 'settings']),
    layer('api-keys-layer', 'api-keys', [...FOUNDATION, 'tokens', 'users']),
    layer('contexts-layer', 'contexts', [...FOUNDATION, 'users', 'tokens', 'settings']),
    layer('mail-layer', 'mail', FOUNDATION),
    layer('auth-layer', 'auth', [...FOUNDATION, 'passwords', 'users', 'tokens', 'sessions', 'settings', 'mail']),
    {
      name: 'a-family-never-imports-another',
      severity: 'error',
      from: { path: '^src/api/([^/]+)/', pathNot: '^src/api/(http|errors|openapi)/' },
      to: { path: '^src/api/([^/]+)/', pathNot: ['^src/api/$1/', '^src/api/(http|errors|openapi)/'] },
    },
    {
      name: 'a-family-asks-services-and-no-repository',
      severity: 'error',
      from: { path: '^src/api/' },
      to: {
        path: '^src/(crypto|database/(repositories|changes|prepared-statements))',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-repositories-reach-the-connection-of-a-transaction',
      severity: 'error',
      from: { path: '^src/(?!database/)' },
      to: { path: '^src/database/transaction-manager\\.ts$' },
    },
    ...Object.entries(REPOSITORY_USERS).map(([repository, modules]) => ({
      name: `who-uses-the-repository-${repository}`,
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/database/', ...modules.map((folder) => `^src/${folder}/`)] },
      to: { path: `^src/database/repositories/${repository}\\.repository\\.ts$`, dependencyTypesNot: ['type-only'] },
    })),
    {
      name: 'every-repository-says-who-uses-it',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/database/' },
      to: {
        path: '^src/database/repositories/.*\\.repository\\.ts$',
        pathNot: `/(${Object.keys(REPOSITORY_USERS).join('|')})\\.repository\\.ts$`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nothing-below-the-edge-imports-it',
      severity: 'error',
      from: { path: '^src/(?!api/)[^/]+/' },
      to: { path: '^src/(api/|[^/]+\\.ts$)' },
    },
    {
      name: 'of-the-packages-the-server-imports-the-protocol-alone',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^packages/', pathNot: '^packages/verifier/src/protocol/' },
    },
    {
      name: 'a-package-imports-nothing-outside-of-it',
      severity: 'error',
      from: { path: '^packages/([^/]+)/', pathNot: '^packages/console/' },
      to: { path: '^(src|test|bench|scripts|packages)/', pathNot: '^packages/$1/' },
    },
    {
      name: 'the-console-imports-the-client-alone',
      severity: 'error',
      from: { path: '^packages/console/' },
      to: { path: '^(src|test|bench|scripts|packages)/', pathNot: '^packages/(console|client/src/client\\.ts$)' },
    },
    {
      name: 'the-protocol-imports-nothing-of-the-verifier',
      severity: 'error',
      from: { path: '^packages/verifier/src/protocol/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^packages/', pathNot: '^packages/verifier/src/protocol/' },
    },
    {
      name: 'verifier-needs-node-alone',
      severity: 'error',
      from: { path: '^packages/verifier/', pathNot: '(/nest|\\.spec)\\.ts$' },
      to: { path: '(^|/)node_modules/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'verifier-for-nest-needs-nest-alone',
      severity: 'error',
      from: { path: '^packages/verifier/src/nest\\.ts$' },
      to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/@nestjs/common/' },
    },
    only('typeorm-only-in-database', 'typeorm', 'database'),
    only('pg-only-in-database', 'pg', '(database|embedded-postgres)'),
    only('bcrypt-only-in-crypto', '(bcrypt|piscina)', 'crypto'),
    only('passport-only-in-auth', '(passport|passport-local|@nestjs/passport)', 'auth'),
    only('zod-only-in-config', 'zod', 'config'),
    only('mail-libraries-only-in-mail', '(nodemailer|pg-boss)', 'mail'),
    { name: 'not-to-spec', severity: 'error', from: { pathNot: '\\.spec\\.ts$' }, to: { path: '\\.spec\\.ts$' } },
    { name: 'resolvable', severity: 'error', from: { path: '^(src|packages)/' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['tessera-source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
