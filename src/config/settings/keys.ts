import type { Setting } from '../setting.js';
import { randomKey, replacedKey, wholeNumber } from '../value-types.js';

/** The key that seals and the keys that sign. */
export const keySettings = {
  masterKey: {
    env: 'MASTER_KEY',
    type: randomKey,
    secret: true,
    requiredInProduction: '32 random bytes in base64 (openssl rand -base64 32)',
    about: 'Seals private keys and tokens at rest. Empty: one is generated at the first start and kept in DATA_DIR.',
  },
  masterKeyPrevious: {
    env: 'MASTER_KEY_PREVIOUS',
    type: replacedKey,
    secret: true,
    about:
      'The key before MASTER_KEY was changed: it still unseals what it sealed, until `npm run reseal` has sealed all ' +
      'of it with the new one.',
  },
  keyRotationDays: {
    env: 'KEY_ROTATION_DAYS',
    type: wholeNumber(0, 3650),
    default: '90',
    about: 'After so many days another key signs new tokens; 0 only on command. Older tokens stay valid.',
  },
} satisfies Record<string, Setting>;
