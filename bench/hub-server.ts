import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Target } from './api/load.js';

/** The built program under measurement. */
export type HubServer = Target & { stop(): Promise<void> };

const program = fileURLToPath(new URL('../bin/jalon.mjs', import.meta.url));

/**
 * Starts the hub on a free port over a data folder, which stays when it stops; resolves when it
 * answers.
 */
export async function serveFolder(
  folder: string,
  settings: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<HubServer> {
  const child = spawn(process.execPath, [program, 'start', ...options], {
    env: {
      ...process.env,
      JALON_DATA_DIR: folder,
      JALON_PORT: '0',
      JALON_LOG_LEVEL: 'error',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the hub ended with ${code}: ${output}`)));
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const listening = /(http:\/\/[^/\s]+)\/graphql\b/.exec(output)?.[1];
      if (listening !== undefined) resolve(listening);
    });
  });
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/**
 * Starts the hub on a free port; resolves when it answers.
 * @param folder what it serves and is removed with it; default: a new one with the demonstration
 */
export async function startHubServer(
  settings: Readonly<Record<string, string>>,
  folder?: string,
): Promise<HubServer> {
  const served = folder ?? mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  const options = folder === undefined ? ['--demo'] : [];
  const hub = await serveFolder(served, settings, ...options);
  return {
    ...hub,
    async stop() {
      await hub.stop();
      rmSync(served, { recursive: true, force: true });
    },
  };
}
