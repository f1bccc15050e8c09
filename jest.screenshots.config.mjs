import base from './jest.config.mjs';

/** Writes the pictures of README.md: `npm run screenshots`. */
/** @type {import('jest').Config} */
export default { ...base, testMatch: ['<rootDir>/test/console/screenshots.ts'], maxWorkers: 1 };
