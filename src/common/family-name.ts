/** What an API is called in the registry of families; `operator` is everything of ours that belongs to none. */
export const FAMILY_NAMES = [
  'api2',
  'v1alpha',
  'authtokens',
  'v1',
  'oauth2',
  'well-known',
  'revocations',
  'audit',
  'console',
  'operator',
] as const;

export type FamilyName = (typeof FAMILY_NAMES)[number];
