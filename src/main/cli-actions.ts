import { createRequire } from 'node:module';
import type { CliActions } from '../adapters/cli/cli-actions.js';
import { viewNames } from '../adapters/read-models/view-group.js';
import { configurationTable, type Configuration } from './configuration.js';
import { importFileInThread } from './import-file-in-thread.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** Loads what a command needs when it is given: all of it takes a second, and memory of imports. */
async function given<M, T>(loaded: Promise<M>, act: (module: M) => Promise<T>): Promise<T> {
  const [{ explained }, module] = await Promise.all([import('./explained.js'), loaded]);
  return explained(act(module));
}

/** What the commands of `jalon` do, under a configuration. */
export function cliActions(configuration: Configuration): CliActions {
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  return {
    version,
    viewNames,
    start: (order) =>
      given(import('./start.js'), ({ start }) => start(configuration, { ...order, print })),
    demo: (onProgress) => given(import('./demo.js'), ({ demo }) => demo(configuration, onProgress)),
    importObservations: (order) => importFileInThread(configuration, order),
    copy: (order) => given(import('./copy.js'), ({ copy }) => copy(configuration, order)),
    backup: (file) =>
      given(import('./backup.js'), async ({ backup }) => backup(configuration, file, version)),
    restore: (file) =>
      given(import('./backup.js'), async ({ restore }) => restore(configuration, file)),
    migrate: () => given(import('./migrate.js'), ({ migrate }) => migrate(configuration)),
    ask: (order) => given(import('./ask.js'), ({ ask }) => ask(configuration, order)),
    rebuild: (view, onProgress) =>
      given(import('./rebuild.js'), ({ rebuild }) => rebuild(configuration, view, onProgress)),
    issueToken: (request) =>
      given(import('./tokens.js'), ({ issueToken }) => issueToken(configuration, request)),
    importPlans: (order) =>
      given(import('./import-plan-file.js'), (plans) => plans.importPlanFile(configuration, order)),
    planTemplate: (language) =>
      given(import('./write-templates.js'), (files) => files.emptyPlanWorkbook(language)),
    observationTemplate: (order) =>
      given(import('./write-templates.js'), (files) =>
        files.observationTemplate(configuration, order),
      ),
    listTokens: () =>
      given(import('./tokens.js'), async ({ withTokens }) =>
        withTokens(configuration, (identity) => identity.listTokens()),
      ),
    revokeToken: (id) =>
      given(import('./tokens.js'), async ({ withTokens }) =>
        withTokens(configuration, (identity) => identity.revokeToken(id)),
      ),
    config: (language) => configurationTable('text', language),
  };
}
