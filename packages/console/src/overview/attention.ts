import type { Overview } from '../model.ts';

type Code = Overview['attention'][number]['code'];

/** Where on the console something can be done about it. */
export const WHAT_TO_DO: Readonly<Partial<Record<Code, { readonly to: string; readonly link: string }>>> = {
  single_admin: { to: '/users/new', link: 'Create a second one' },
  signing_key_old: { to: '/keys', link: 'Rotate the keys' },
};
