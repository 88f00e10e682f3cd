import type { DatabaseOptions } from '../../src/adapters/postgres/database-options.js';
import { openConnectionProxy, type ConnectionProxy } from './event-server/connection-proxy.js';

/** A database as one node reaches it, over connections that can fail; only on this machine. */
export type ProxiedDatabase = {
  readonly database: DatabaseOptions;
  readonly proxy: ConnectionProxy;
};

/** Opens a way of its own to a database. */
export async function proxied(database: DatabaseOptions): Promise<ProxiedDatabase> {
  const url = new URL(database.url);
  const proxy = await openConnectionProxy(Number(url.port || 5_432), 0);
  url.host = `127.0.0.1:${proxy.port}`;
  return { database: { ...database, url: url.href }, proxy };
}
