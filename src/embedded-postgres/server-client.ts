import { Client } from 'pg';

/** The superuser of the cluster. */
export const SUPERUSER = 'tessera';
const DATABASE = 'tessera';

const UNDEFINED_DATABASE = '3D000';
const CANNOT_CONNECT_NOW = '57P03';

/** Where to reach an embedded server. */
export interface ServerAddress {
  readonly port: number;
  readonly password: string;
}

/** The connection URL that the service uses. */
export function urlOf({ port, password }: ServerAddress): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

/** An open connection, to be closed with `end()`. Rejects with pg's own error. */
export async function connect({ port, password }: ServerAddress, database = DATABASE): Promise<Client> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password,
    database,
    ssl: false,
    application_name: 'tessera embedded',
    connectionTimeoutMillis: 5_000,
  });
  // A connection lost while idle is not an error of this process; a lost query rejects by itself.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    void client.end().catch(() => undefined);
    throw error;
  }
}

/** Connects to the service's database, creating it in a new cluster. */
export async function connectCreating(address: ServerAddress): Promise<Client> {
  try {
    return await connect(address);
  } catch (error) {
    if ((error as { code?: string }).code !== UNDEFINED_DATABASE) throw error;
  }
  const maintenance = await connect(address, 'postgres');
  try {
    await maintenance.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await maintenance.end();
  }
  return connect(address);
}

/** How many connections the server has besides the one that asks. */
export async function countOtherClients(address: ServerAddress): Promise<number> {
  const client = await connect(address, 'postgres');
  try {
    const { rows } = await client.query<{ others: number }>(
      `SELECT count(*)::int AS others FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    return rows[0]?.others ?? 0;
  } finally {
    await client.end();
  }
}

/** Whether a failed connection means that the server is only just starting or recovering. */
export function isNotYetReady(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === undefined || code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === CANNOT_CONNECT_NOW;
}
