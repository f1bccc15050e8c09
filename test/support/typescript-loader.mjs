import { register } from 'node:module';

// Lets plain Node import the sources. Jest's set-up files and the child processes of some specs run outside of Jest's
// transform, and a build before every run would take longer than the run.
register('./typescript-hooks.mjs', import.meta.url);
