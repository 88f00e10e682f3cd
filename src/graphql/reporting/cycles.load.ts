import { cycleStream, isNodeId } from '../../domain/identifiers.js';
import type {
  CycleDocument,
  CycleRow,
  SubmissionDocument,
} from '../../projections/reporting/view.js';
import type { Reading } from '../as-of.js';
import { perPast } from '../per-past.js';

const cyclesOf = perPast(({ snapshot, asOf }) => snapshot.reportingCycles(asOf));

/** All reporting cycles, in no particular order. */
export async function readCycles(reading: Reading): Promise<readonly CycleDocument[]> {
  reading.context.tags.add('cycles');
  return (await cyclesOf(reading)).map(({ document }) => document);
}

const knownOf = perPast(() => new Map<string, Promise<CycleRow | undefined>>());

/** A cycle by its id; undefined when there is none. */
export async function findCycle(id: string, reading: Reading): Promise<CycleDocument | undefined> {
  if (!isNodeId('cycle', id)) return undefined;
  const { snapshot, asOf, context } = reading;
  context.tags.add('cycles');
  const known = knownOf(reading);
  const found = known.get(id) ?? snapshot.reportingCycle(id, asOf);
  known.set(id, found);
  return (await found)?.document;
}

/** What bodies submitted for a period, by body; of one body, when one is named. */
export async function readSubmissions(
  period: string,
  body: string | undefined,
  { snapshot, asOf, context }: Reading,
): Promise<ReadonlyMap<string, SubmissionDocument>> {
  context.tags.add(`submissions:${period}`);
  const rows = await snapshot.submissions({ period, body }, asOf);
  return new Map(rows.map((row) => [row.body, row.document]));
}

/** The cycle and the body that an event of a submission names. */
export async function findSubmitter(
  data: unknown,
  reading: Reading,
): Promise<{ readonly cycle: CycleDocument | undefined; readonly body: string }> {
  const { period, body } = data as { readonly period: string; readonly body: string };
  return { cycle: await findCycle(cycleStream(period), reading), body };
}
