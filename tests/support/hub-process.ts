import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from './free-port.js';

const program = fileURLToPath(new URL('../../bin/jalon.mjs', import.meta.url));

/** An answer of the API. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: Record<string, never> | null;
    readonly errors?: readonly {
      readonly message: string;
      readonly extensions?: { readonly code?: string; readonly reason?: string };
    }[];
  };
};

/** Who asks, and in which language. */
export type Asking = { readonly token?: string; readonly headers?: Record<string, string> };

/** The built program, running as a child process. */
export type HubProcess = {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything it wrote so far. */
  said(): string;
  /** Tokens printed in demo mode: `${role} ${organization}` to token. */
  readonly tokens: ReadonlyMap<string, string>;
  ask(query: string, variables?: object, asking?: Asking): Promise<Answer>;
  /** Ends the process as an operator would, or, with SIGKILL, as a power cut would. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

/** A new folder for a hub's data, and how to remove it. */
export function dataFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-hub-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

// Settings of whoever runs the tests are not the hub's.
const inherited = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('JALON_')),
);

/** A folder of a hub's data, with settings besides those that every test has. */
export type HubPlace =
  string | { readonly folder: string; readonly settings: Readonly<Record<string, string>> };

const environment = (place: HubPlace, port?: number): NodeJS.ProcessEnv => ({
  ...inherited,
  JALON_DATA_DIR: typeof place === 'string' ? place : place.folder,
  JALON_LOG_LEVEL: 'warn',
  ...(port !== undefined && { JALON_PORT: String(port) }),
  ...(typeof place !== 'string' && place.settings),
});

/** Runs `jalon` with arguments to its end. */
export async function runJalon(
  folder: HubPlace,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  try {
    const options = { env: environment(folder), maxBuffer: 64 * 1024 * 1024 };
    const done = await promisify(execFile)(process.execPath, [program, ...args], options);
    return { code: 0, ...done };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(25);
  }
  throw new Error(`the hub ended with ${child.exitCode}: ${output()}`);
}

/** Starts `jalon start` on a folder and waits until it is ready. */
export async function startHub(folder: HubPlace, ...args: readonly string[]): Promise<HubProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = environment(folder, port);
  const child = spawn(process.execPath, [program, 'start', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  await untilReady(url, child, () => output);
  const lines = [...output.matchAll(/^token (\S+) (\S+) (\S+)$/gm)];
  return {
    url,
    child,
    said: () => output,
    tokens: new Map(
      lines.map(([, role, organization, token = '']) => [`${role} ${organization}`, token]),
    ),
    ask: (query, variables = {}, asking = {}) => ask(url, query, variables, asking),
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
}

async function ask(
  url: string,
  query: string,
  variables: object,
  { token, headers }: Asking,
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Answer['body'];
  return { status: response.status, headers: response.headers, body };
}
