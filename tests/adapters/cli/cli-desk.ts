import { buildCli } from '../../../src/adapters/cli/build-cli.js';
import type { CliActions } from '../../../src/adapters/cli/cli-actions.js';
import type { Terminal } from '../../../src/adapters/cli/terminal.js';
import { embeddedIdentity } from '../../../src/adapters/identity/embedded-identity.js';
import { memoryTokenStore } from '../../../src/adapters/identity/memory-token-store.js';
import type { ImportResult } from '../../../src/adapters/imports/import-request.js';

/** An import in which every row was recorded. */
export const goodImport: ImportResult = {
  rows: 2,
  skipped: 0,
  observations: 2,
  recorded: 2,
  corrected: 0,
  same: 0,
  rejected: 0,
  attempts: 2,
  errors: [],
  warnings: [],
  codes: [],
  changes: [],
};

const unasked = (): Promise<never> => Promise.reject(new Error('nobody asked for it'));
const upkeep = { ask: unasked, migrate: unasked, backup: unasked, restore: unasked };

/** A command line over actions that only say what they were asked. */
export function cliDesk(changes: Partial<CliActions> = {}, terminal: Partial<Terminal> = {}) {
  const said = { out: '', err: '' };
  const asked: unknown[] = [];
  const identity = embeddedIdentity(memoryTokenStore(), () => new Date('2026-01-01T00:00:00Z'));
  const actions: CliActions = {
    start: async ({ demo, onDemo, onBuild }) => {
      asked.push(['start', demo]);
      for (const done of [1, 2]) onDemo(done, 2);
      onBuild(0, 0);
      for (const done of [5, 9, 9]) onBuild(done, 9);
    },
    demo: async (onProgress) => onProgress(3, 3),
    importObservations: async ({ onProgress, ...order }) => {
      asked.push(order);
      onProgress?.('check', 2, 2);
      return goodImport;
    },
    importPlans: unasked,
    planTemplate: unasked,
    observationTemplate: unasked,
    ...upkeep,
    rebuild: async (view, onProgress) => {
      asked.push(['rebuild', view]);
      onProgress(10, 10);
    },
    copy: async ({ from, to, onProgress }) => {
      asked.push(['copy', from, to]);
      for (const phase of ['copy', 'compare'] as const) onProgress(phase, 12, 12);
      return 12;
    },
    viewNames: ['current-plan', 'observations'],
    issueToken: async (request) => identity.issueToken(request),
    listTokens: async () => identity.listTokens(),
    revokeToken: async (id) => identity.revokeToken(id),
    config: (language) => `settings in ${language}\n`,
    version: '0.1.0',
    ...changes,
  };
  const cli = buildCli(actions, {
    language: 'en',
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    ...terminal,
  });
  return {
    run: (line: string) => cli(line.split(' ').filter((word) => word !== '')),
    said,
    asked,
    identity,
  };
}
