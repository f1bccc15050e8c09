import base from './jest.config.mjs';

/** The suite with one fault in the code: see test/mutation/run.mjs. */
/** @type {import('jest').Config} */
export default {
  ...base,
  transform: { '^.+\\.ts$': '<rootDir>/test/mutation/transform.mjs' },
  reporters: [],
  bail: 1,
};
