import { torontoDate, type CivilDate } from '../domain/civil-date.js';
import { viewVersion } from '../projections/projections.js';
import type { AsOf, Snapshot } from '../projections/read-models.js';
import type { AsOfInput } from './as-of.inputs.js';
import type { AsOfInfo } from './as-of.object.js';
import { codeListsAt } from './code-list/code-lists-at.js';
import { CodedError } from './coded-error.js';
import type { RequestContext } from './context.js';

/** What one root field reads: a snapshot as of one of its pasts, for one request. */
export type Reading = {
  /** The request's context, with the code lists of that past. */
  readonly context: RequestContext;
  readonly snapshot: Snapshot;
  readonly asOf: AsOf;
  readonly info: AsOfInfo;
  /** True when nothing recorded or released later is left out. */
  readonly isCurrent: boolean;
  /** Day of the calendar the question is about; undefined for today. */
  readonly day: CivilDate | undefined;
};

const given = (input: AsOfInput): number =>
  [input.position, input.instant, input.sourceReleasedOn].filter((field) => field != null).length;

/** Checks that a past is named once and has been. @throws CodedError */
function check(input: AsOfInput, { services, today }: RequestContext): void {
  if (given(input) !== 1) throw new CodedError('as-of-ambiguous');
  const { instant, sourceReleasedOn } = input;
  const isAhead =
    (instant != null && instant > new Date(services.now()).toISOString()) ||
    (sourceReleasedOn != null && sourceReleasedOn > today);
  if (isAhead) throw new CodedError('as-of-in-the-future');
}

async function positionOf(input: AsOfInput, snapshot: Snapshot): Promise<number> {
  if (input.instant != null) return snapshot.positionAt(input.instant);
  const position = input.position ?? snapshot.position;
  if (position > snapshot.position) throw new CodedError('position-unknown');
  return position;
}

/** A reading at a position, of what sources had released by a day when one is given. */
export async function readingAt(
  context: RequestContext,
  snapshot: Snapshot,
  asOf: AsOf,
  day?: CivilDate,
): Promise<Reading> {
  const recordedAt = await snapshot.recordedAt(asOf.position);
  return {
    context: { ...context, codeLists: await codeListsAt(context, snapshot, asOf) },
    snapshot,
    asOf,
    info: { position: asOf.position, recordedAt, viewVersion },
    isCurrent: asOf.position === snapshot.position && asOf.sourceReleasedOn === undefined,
    day,
  };
}

/** Day a past lies on: the release, the instant's day in Toronto, or that of the last event. */
async function dayOf(
  { instant, sourceReleasedOn }: AsOfInput,
  position: number,
  snapshot: Snapshot,
): Promise<CivilDate | undefined> {
  if (sourceReleasedOn != null) return sourceReleasedOn;
  const at = instant ?? (await snapshot.recordedAt(position));
  return at === null ? undefined : torontoDate(at);
}

/**
 * Opens the past a client names, or the present.
 * @param position reads at this position instead, as a later page of a list does
 * @throws CodedError unless exactly one past is named and the log has reached it
 */
export async function openReading(
  input: AsOfInput | null | undefined,
  context: RequestContext,
  position?: number,
): Promise<Reading> {
  if (input != null) check(input, context);
  const snapshot = await context.snapshot();
  const at = position ?? (await positionOf(input ?? {}, snapshot));
  const released = input?.sourceReleasedOn;
  const asOf = { position: at, ...(released != null && { sourceReleasedOn: released }) };
  return readingAt(
    context,
    snapshot,
    asOf,
    input == null ? undefined : await dayOf(input, at, snapshot),
  );
}

/**
 * The day clocks are read on: the one asked for, that of the past, or today. An answer that
 * depends on today says so.
 */
export function dayToReadOn(reading: Reading, on: CivilDate | null | undefined): CivilDate {
  const { day, context } = reading;
  if (on != null) return on;
  if (day !== undefined) return day;
  context.tags.add(`day:${context.today}`);
  return context.today;
}
