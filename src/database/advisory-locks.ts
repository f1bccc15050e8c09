/**
 * Every advisory lock that we take, each by a number that nothing else in the database locks. A number keeps its
 * meaning for good, since instances of two releases may run side by side.
 */
export const ADVISORY_LOCKS = {
  migration: 7_355_374,
  admins: 7_355_375,
  firstAdmin: 7_355_376,
  cleanup: 7_355_377,
  keyRotation: 7_355_379,
  pgBoss: 7_355_380,
  auditSealer: 7_355_381,
  resetCodes: 7_355_390,
  incidentBeginning: 7_355_400,
  incidentWork: 7_355_401,
  liveCounts: 7_355_402,
} as const;
