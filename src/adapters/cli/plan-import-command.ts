import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { problemReport } from '../problem-report.js';
import { planReport } from '../plan-workbook/plan-report.js';
import type { CliActions } from './cli-actions.js';
import type { CliTexts } from './cli-texts.js';
import type { Terminal } from './terminal.js';

type PlanOptions = { readonly dryRun?: boolean; readonly report?: string };

/** Adds `jalon import plans`. */
export function addPlanImport(
  importing: Command,
  actions: CliActions,
  { out, language }: Terminal,
  texts: CliTexts,
  finish: (code: number) => void,
): void {
  importing
    .command('plans')
    .argument('<file>', texts.plansFile)
    .description(texts.importPlans)
    .option('--dry-run', texts.dryRun)
    .option('--report <file>', texts.report)
    .action(async (file: string, { dryRun = false, report }: PlanOptions) => {
      const result = await actions.importPlans({ file, dryRun });
      const problems = result.problems.map((each) => ({ severity: 'ERROR' as const, ...each }));
      if (report !== undefined) await writeFile(report, problemReport(problems));
      out(planReport(result, language));
      finish(problems.length === 0 ? 0 : 1);
    });
}
