import type { ErrorDialect } from '../api-family.js';
import { BEARER_CHALLENGE, challengeOf } from '../errors/challenges.js';
import { problemDetails } from '../errors/problem-details.js';

/** The page asks for passwords itself: at a challenge by HTTP Basic the browser would ask too. */
export const consoleErrors: ErrorDialect = (error) => {
  const { headers: _, ...response } = problemDetails(error);
  return { ...response, ...challengeOf(error.code, response.status, BEARER_CHALLENGE) };
};
