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

/** Connects as the superuser. The caller closes the connection with `end()`. @throws the error of `pg`. */
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
  // Losing an idle connection would end the process without this listener. A query that is lost rejects anyway.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    void client.end().catch(() => undefined);
    throw error;
  }
}

/** Connects to the service's database and creates it where the cluster is new. @throws the error of `pg`. */
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

/** The number of connections that the server has besides the one that counts them. @throws the error of `pg`. */
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

/** Whether a connection error means that the server is still starting or recovering. */
export function isNotYetReady(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === undefined || code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === CANNOT_CONNECT_NOW;
}
