import type { Command } from 'commander';
import { reportText, writeReport } from '../imports/import-report.js';
import type { CliActions } from './cli-actions.js';
import { addPlanImport } from './plan-import-command.js';
import type { CliTexts } from './cli-texts.js';
import { progressOn, type Progress } from './progress.js';
import type { Terminal } from './terminal.js';

type ImportOptions = {
  readonly mapping: string;
  readonly dryRun?: boolean;
  readonly acceptValid?: boolean;
  readonly report?: string;
};

/** One bar for each phase: rows are all checked before the first is written. */
function phases(terminal: Terminal, { checking, writing }: CliTexts) {
  let current: { readonly phase: string; readonly progress: Progress } | undefined;
  return {
    onProgress(phase: 'check' | 'write', done: number, total: number) {
      if (current?.phase !== phase) {
        current?.progress.end();
        const label = phase === 'check' ? checking : writing;
        current = { phase, progress: progressOn(terminal, label) };
      }
      current.progress.report(done, total);
    },
    end: () => current?.progress.end(),
  };
}

async function importFile(
  file: string,
  { mapping, dryRun = false, acceptValid = false, report }: ImportOptions,
  actions: CliActions,
  terminal: Terminal,
  texts: CliTexts,
): Promise<number> {
  const { onProgress, end } = phases(terminal, texts);
  const order = { file, mapping, dryRun, acceptValid, onProgress };
  const result = await actions.importObservations(order).finally(end);
  if (report !== undefined) await writeReport(report, result, terminal.language);
  terminal.out(reportText(result, terminal.language));
  const isAccepted = acceptValid && !dryRun && result.rows > 0 && result.rejected < result.rows;
  return result.errors.length === 0 || isAccepted ? 0 : 1;
}

/** Adds `jalon import observations` and `jalon import plans`. */
export function addImportCommand(
  program: Command,
  actions: CliActions,
  terminal: Terminal,
  texts: CliTexts,
  finish: (code: number) => void,
): void {
  const importing = program.command('import').description(texts.import);
  addPlanImport(importing, actions, terminal, texts, finish);
  importing
    .command('observations')
    .argument('<file>', texts.importFile)
    .description(texts.importObservations)
    .requiredOption('--mapping <file>', texts.mapping)
    .option('--dry-run', texts.dryRun)
    .option('--accept-valid', texts.acceptValid)
    .option('--report <file>', texts.report)
    .action(async (file: string, options: ImportOptions) =>
      finish(await importFile(file, options, actions, terminal, texts)),
    );
}
