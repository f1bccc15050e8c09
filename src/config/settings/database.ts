import type { Setting } from '../setting.js';
import { postgresUrl, text } from '../value-types.js';

/** Where everything is kept. */
export const databaseSettings = {
  databaseUrl: {
    env: 'DATABASE_URL',
    type: postgresUrl,
    secret: true,
    requiredInProduction: 'the embedded database is for development',
    about: 'PostgreSQL 14 or newer. Empty: an embedded server is started in DATA_DIR.',
  },
  dataDir: {
    env: 'DATA_DIR',
    type: text('a folder that the service may write to'),
    default: '.data',
    about: 'Holds the embedded database and, without MASTER_KEY, the generated master key.',
  },
} satisfies Record<string, Setting>;
