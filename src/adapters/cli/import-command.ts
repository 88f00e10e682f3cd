import type { Command } from 'commander';
import { reportText } from '../imports/import-report.js';
import type { ImportPhase } from '../imports/import-request.js';
import { isReportFile } from '../imports/is-report-file.js';
import type { CliActions } from './cli-actions.js';
import { addPlanImport } from './plan-import-command.js';
import type { CliTexts } from './cli-texts.js';
import { progressOn, type Progress } from './progress.js';
import type { Terminal } from './terminal.js';
import { WrongUsage } from './usage-error.js';

type ImportOptions = {
  readonly mapping: string;
  readonly dryRun?: boolean;
  readonly acceptValid?: boolean;
  readonly report?: readonly string[];
};

/** One bar for each phase: rows are all checked before the first is written. */
function phases(terminal: Terminal, { reading, checking, writing }: CliTexts) {
  const labels = { read: reading, check: checking, write: writing };
  let current: { readonly phase: string; readonly progress: Progress } | undefined;
  return {
    onProgress(phase: ImportPhase, done: number, total: number) {
      if (current?.phase !== phase) {
        current?.progress.end();
        current = { phase, progress: progressOn(terminal, labels[phase], 'tenths') };
      }
      current.progress.report(done, total);
    },
    end: () => current?.progress.end(),
  };
}

async function importFile(
  file: string,
  { mapping, dryRun = false, acceptValid = false, report: reports = [] }: ImportOptions,
  actions: CliActions,
  terminal: Terminal,
  texts: CliTexts,
): Promise<number> {
  if (!reports.every(isReportFile)) throw new WrongUsage(texts.reportInvalid);
  const { onProgress, end } = phases(terminal, texts);
  const order = { file, mapping, dryRun, acceptValid, reports, onProgress };
  const result = await actions.importObservations(order).finally(end);
  terminal.out(reportText(result, terminal.language));
  const isAccepted =
    acceptValid && !dryRun && result.rows > 0 && result.rejected < result.observations;
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
    .option('--report <file>', texts.report, (file, earlier: readonly string[] = []) => [
      ...earlier,
      file,
    ])
    .action(async (file: string, options: ImportOptions) =>
      finish(await importFile(file, options, actions, terminal, texts)),
    );
}
