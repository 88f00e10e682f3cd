import DataLoader from 'dataloader';
import type { StoredEvent } from '../../domain/event.js';
import { isNodeId } from '../../domain/identifiers.js';
import type { TimelineEntry as Row } from '../../projections/read-models.js';
import type { Reading } from '../as-of.js';
import { perPast } from '../per-past.js';
import { readVisibility } from '../consent/visibility.js';
import { isWithheldEvent, isWithheldStream } from '../../projections/consent/withhold.js';
import { isPlanWithheld } from '../plan/whole-plan.load.js';
import { readRoster } from '../roster.js';
import { namesOf, partsOf } from './names.js';
import { buildTimelineEntry } from './timeline.build.js';
import type { TimelineEntry } from './timeline.object.js';

const historiesOf = perPast(
  ({ snapshot, asOf }) =>
    new DataLoader((streams: readonly string[]) =>
      Promise.all(streams.map((stream) => snapshot.streamHistory(stream, asOf))),
    ),
);

/** All events of a stream as of a reading. */
export const readHistory = (stream: string, reading: Reading): Promise<readonly StoredEvent[]> =>
  historiesOf(reading).load(stream);

async function eventOf({ stream, revision }: Row, reading: Reading): Promise<StoredEvent> {
  const event = (await readHistory(stream, reading))[revision];
  if (event === undefined) throw new Error(`timeline without event: ${stream} ${revision}`);
  return event;
}

/** True when a plan was ever opened, in error or not. */
export async function isKnownPlan(planId: string, reading: Reading): Promise<boolean> {
  if (!isNodeId('plan', planId)) return false;
  const { snapshot, context } = reading;
  context.tags.add(`plan:${planId}`);
  if (await isPlanWithheld(planId, reading)) return false;
  const asOf = { position: snapshot.position };
  return (await snapshot.timeline(planId, { after: 0, limit: 1 }, asOf)).length > 0;
}

/** Rows of a known plan's timeline after a position: of itself, its commitments and measures. */
export function readTimelineRows(
  planId: string,
  page: { readonly after: number; readonly limit: number },
  { snapshot, asOf }: Reading,
): Promise<readonly Row[]> {
  return snapshot.timeline(planId, page, asOf);
}

/** Rows without those of events that concern a First Nation which does not consent. */
export async function readVisibleRows(
  planId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
  reading: Reading,
): Promise<readonly Row[]> {
  const { withheldFromPlans: withheld } = await readVisibility(reading);
  const found: Row[] = [];
  for (let from = after; ;) {
    const rows = await readTimelineRows(planId, { after: from, limit }, reading);
    for (const row of rows)
      if (withheld.size === 0 || !(await isWithheldRow(row, withheld, reading))) found.push(row);
    if (rows.length < limit || found.length >= limit) return found.slice(0, limit);
    from = rows.at(-1)?.position ?? from;
  }
}

async function isWithheldRow(
  row: Row,
  withheld: ReadonlySet<string>,
  reading: Reading,
): Promise<boolean> {
  const history = await readHistory(row.stream, reading);
  if (isWithheldEvent(await eventOf(row, reading), history, withheld)) return true;
  const isOfPlan = row.stream === row.subject;
  return !isOfPlan && isWithheldStream(history, withheld);
}

/** Entries out of rows, complete: nothing is read from the snapshot once they are built. */
export async function buildEntries(
  planId: string,
  rows: readonly Row[],
  reading: Reading,
): Promise<readonly TimelineEntry[]> {
  const [roster, ofPlan, events] = await Promise.all([
    readRoster(reading),
    readHistory(planId, reading),
    Promise.all(rows.map((row) => eventOf(row, reading))),
  ]);
  const { context } = reading;
  const { withheldFromPlans } = await readVisibility(reading);
  const names = namesOf(roster, partsOf(ofPlan), context, withheldFromPlans);
  return rows.map(({ recordedInError }, at) =>
    buildTimelineEntry(events[at] as StoredEvent, recordedInError, roster, names, context),
  );
}
