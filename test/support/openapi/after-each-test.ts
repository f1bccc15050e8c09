import { afterAll, afterEach } from '@jest/globals';
import { refuseUndocumented } from './undocumented.js';

afterEach(refuseUndocumented);
afterAll(refuseUndocumented);
