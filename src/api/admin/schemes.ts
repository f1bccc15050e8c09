import type { AuthenticationScheme } from '../../auth/access.decorators.js';

/** How operators authenticate. */
export const SCHEMES = ['basic', 'bearer', 'cookie'] as const satisfies readonly AuthenticationScheme[];
