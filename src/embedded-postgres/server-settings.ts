/**
 * The settings of the server as command-line arguments. They are not written into the cluster, so that they hold for
 * an older cluster too.
 * @param durable false gives up crash safety for speed: only for clusters that are thrown away.
 */
export function serverSettings(port: number, durable: boolean): string[] {
  const settings: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: 100,

    // One machine, one service: no replication, no parallel queries, no helper processes for either.
    shared_buffers: '64MB',
    io_method: 'sync',
    jit: 'off',
    huge_pages: 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_logical_replication_workers: 0,
    max_parallel_workers_per_gather: 0,
    max_wal_size: '256MB',

    // Errors of single statements reach the service anyway; here they would fill the disk and could quote values.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  };
  if (!durable) Object.assign(settings, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
