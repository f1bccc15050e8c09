import type { Setting } from '../setting.js';
import { httpUrl, oneOf, origins, runMode, text, trustedProxies, wholeNumber, yesOrNo } from '../value-types.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** How the service runs and is reached. */
export const serviceSettings = {
  production: {
    env: 'NODE_ENV',
    type: runMode,
    default: 'development',
    about: 'In production the service prints nothing but structured logs.',
  },
  port: {
    env: 'PORT',
    type: wholeNumber(0, 65_535),
    default: '3000',
    about: 'The port that the service listens on; 0 takes a free one.',
  },
  host: {
    env: 'HOST',
    type: text('an address of this machine or its name'),
    default: '127.0.0.1',
    about: 'The address that the service listens on. Containers set 0.0.0.0, which means all addresses.',
  },
  publicUrl: {
    env: 'PUBLIC_URL',
    type: httpUrl,
    about:
      'The address by which others reach the service; the `iss` of every token. Empty: http://HOST:PORT, with ' +
      'localhost where HOST means all addresses. Set it in production: tokens of another issuer are refused.',
  },
  trustProxy: {
    env: 'TRUST_PROXY',
    type: trustedProxies,
    default: 'false',
    about: 'Whose X-Forwarded-For is believed; the networks may be such as 10.0.0.0/8.',
  },
  corsOrigins: {
    env: 'CORS_ORIGINS',
    type: origins,
    default: '',
    about:
      'Whose pages a browser lets call the API. `v1` and the public documents allow every origin, whatever is set here.',
  },
  console: {
    env: 'CONSOLE',
    type: yesOrNo,
    default: 'true',
    about: "Whether the operator's console is served at /console.",
  },
  metricsPort: {
    env: 'METRICS_PORT',
    type: wholeNumber(0, 65_535),
    default: '9464',
    about: 'The port of GET /metrics, for Prometheus; 0 serves none. Where it is in use the service runs without.',
  },
  metricsHost: {
    env: 'METRICS_HOST',
    type: text('an address of this machine or its name'),
    default: '127.0.0.1',
    about: 'The address of that port. Nobody is asked who they are there, so leave it to a network of your own.',
  },
  logLevel: {
    env: 'LOG_LEVEL',
    type: oneOf(LOG_LEVELS),
    default: 'info',
    about: 'The least important lines that are logged; debug adds one for each request.',
  },
} satisfies Record<string, Setting>;
