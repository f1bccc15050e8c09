import base from './jest.config.mjs';

/** What takes minutes and measures times: `npm run test:long`, on a machine that does nothing else. */
/** @type {import('jest').Config} */
export default {
  ...base,
  testMatch: ['<rootDir>/test/**/*.long-spec.ts'],
  testTimeout: 600_000,
  maxWorkers: 1,
};
