import type { Surroundings } from '../command.js';
import { cycle } from '../cycle/state.js';
import { refuse, type Refusal } from '../decision.js';
import { cycleStream, submissionStream } from '../identifiers.js';
import { parsePeriod } from '../period.js';
import { readCells } from './report.js';
import { scopeOf, standingOf } from './standing.js';
import { submission } from './state.js';

/** What a number is of. */
type Measured = { readonly indicator: string; readonly period: string; readonly body: string };

/**
 * Refusals when the number belongs to a report that the ministry accepted: then it is changed
 * only once the report is reopened. Of a number outside any cycle one empty stream is read.
 */
export async function checkUnlocked(
  { indicator, period, body }: Measured,
  field: string,
  around: Surroundings,
): Promise<readonly Refusal[]> {
  if (parsePeriod(period) === undefined) return [];
  const cycleId = cycleStream(period);
  const { state: opened } = await around.read(cycle, cycleId);
  if (opened.status === 'none') return [];
  const { state: filing } = await around.read(submission, submissionStream(cycleId, body));
  const scope = scopeOf(filing);
  if (filing.status !== 'accepted' || !scope.has(indicator)) return [];
  const current = await readCells([...scope], body, period, around);
  if (standingOf(filing, current) !== 'ACCEPTED') return [];
  return refuse('observation-locked', field, { organization: body, period }).refusals;
}
