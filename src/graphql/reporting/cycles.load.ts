import { isNodeId } from '../../domain/identifiers.js';
import type { CycleDocument, SubmissionDocument } from '../../projections/reporting/view.js';
import type { Reading } from '../as-of.js';
import { perPast } from '../per-past.js';

const cyclesOf = perPast(async ({ snapshot, asOf }) => {
  const rows = await snapshot.reportingCycles(asOf);
  return new Map(rows.map(({ document }) => [document.period, document]));
});

/** All reporting cycles, by their period. */
export function readCycles(reading: Reading): Promise<ReadonlyMap<string, CycleDocument>> {
  reading.context.tags.add('cycles');
  return cyclesOf(reading);
}

/** A cycle by its id; undefined when there is none. */
export async function findCycle(id: string, reading: Reading): Promise<CycleDocument | undefined> {
  if (!isNodeId('cycle', id)) return undefined;
  return [...(await readCycles(reading)).values()].find((cycle) => cycle.id === id);
}

/** What bodies submitted for a period, by body; of one body, when one is named. */
export async function readSubmissions(
  period: string,
  body: string | undefined,
  { snapshot, asOf, context }: Reading,
): Promise<ReadonlyMap<string, SubmissionDocument>> {
  context.tags.add('submissions');
  const rows = await snapshot.submissions({ period, body }, asOf);
  return new Map(rows.map((row) => [row.body, row.document]));
}

/** The cycle and the body that an event of a submission names. */
export async function findSubmitter(
  data: unknown,
  reading: Reading,
): Promise<{ readonly cycle: CycleDocument | undefined; readonly body: string }> {
  const { period, body } = data as { readonly period: string; readonly body: string };
  return { cycle: (await readCycles(reading)).get(period), body };
}
