/** Ends the PostgreSQL that the set-up started and removes the run's folder. */
export default async function globalTeardown() {
  await globalThis.endTestRun();
}
