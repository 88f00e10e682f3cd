import type { CommandHandler } from '../../domain/command-handler.js';
import { loadCatalogueSeries } from './catalogue-series.js';
import { loadCensus } from './census.js';
import { loadCrimeSeverity } from './crime-severity.js';
import { loadCycles } from './cycles.js';
import { loadIndicators } from './indicators.js';
import { loadOrganizations } from './organizations.js';
import { loadPlans } from './plans.js';
import { loadProgressRules } from './progress-rules.js';
import { sourceFiles } from './source-files.js';
import { demoWriter } from './step.js';

/** Commands the demonstration consists of; for progress. */
export const demoCommands = 2_809;

/**
 * Loads the real Ontario data of a directory and the demonstration plans, through the same
 * command handler as the API. Repeating it writes nothing.
 * @param onWrite called after every command with the number executed so far
 */
export async function loadDemo(
  execute: CommandHandler,
  directory: string,
  onWrite: (done: number) => void = () => undefined,
): Promise<number> {
  let done = 0;
  const writer = demoWriter(execute, () => onWrite(++done));
  const files = sourceFiles(directory);
  await loadOrganizations(files, writer);
  await loadIndicators(files, writer);
  await loadProgressRules(files, writer);
  await loadCensus(files, writer);
  await loadCrimeSeverity(files, writer);
  await loadCatalogueSeries(files, writer);
  await loadPlans(files, writer);
  await loadCycles(files, writer);
  return done;
}
