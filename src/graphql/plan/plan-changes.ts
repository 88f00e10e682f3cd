import type { StoredEvent } from '../../domain/event.js';
import type { FreeText } from '../../domain/text.js';
import type { Reading } from '../as-of.js';
import { readVisibility } from '../consent/visibility.js';
import { isWithheldStream } from '../../projections/consent/withhold.js';
import { CodedError } from '../coded-error.js';
import type { RequestContext } from '../context.js';
import { openText } from '../text.build.js';
import { isKnownPlan, readHistory, readTimelineRows } from '../timeline/timeline.load.js';
import type { PlanChange } from './change.object.js';
import { partSteps, wholeTree, type PartSteps } from './plan-steps.js';
import { differences, isText, type SameText } from './tree-difference.js';

const rowsPerPage = 500;

async function readParts(planId: string, reading: Reading): Promise<readonly PartSteps[]> {
  const streams = new Set<string>();
  for (let after = 0; ;) {
    const rows = await readTimelineRows(planId, { after, limit: rowsPerPage }, reading);
    for (const { stream } of rows) streams.add(stream);
    if (rows.length < rowsPerPage) break;
    after = rows.at(-1)?.position ?? after;
  }
  const { withheldFromPlans: withheld } = await readVisibility(reading);
  const histories = await Promise.all([...streams].map((id) => readHistory(id, reading)));
  return histories
    .filter((events) => events[0]?.stream === planId || !isWithheldStream(events, withheld))
    .map((events) => partSteps(events[0]?.stream ?? planId, events, withheld));
}

type Cause = { readonly path: string; readonly event: StoredEvent };

/** Which event after a position changed which place, in the order of each stream. */
function causesAfter(
  position: number,
  all: readonly PartSteps[],
  sameText: SameText,
): readonly Cause[] {
  return all.flatMap(({ id, part, steps }) => {
    const place = part.collection === undefined ? '' : `/${part.collection}/${id}`;
    return steps
      .filter(({ event }) => event.position > position)
      .flatMap(({ event, before, after }) =>
        differences(before, after, sameText, place).map(({ path }) => ({ path, event })),
      );
  });
}

/** True when one place lies in the other. */
const overlap = (a: string, b: string): boolean =>
  a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);

/** A part of a tree as JSON, its texts opened. */
function toJson(value: unknown, context: RequestContext): unknown {
  if (isText(value)) {
    const opened = openText(value, context);
    if (opened === undefined) return { redacted: true };
    const { kind: _, ...text } = opened;
    return text;
  }
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (Array.isArray(value)) return value.map((inner) => toJson(inner, context));
  const given = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(given.map(([key, inner]) => [key, toJson(inner, context)]));
}

/** Texts under one key are one text; redacted ones cannot be told to be the same. */
const sameTextIn =
  (context: RequestContext): SameText =>
  (a, b) => {
    if (a.kind === 'sealed' && b.kind === 'sealed' && a.key === b.key) return true;
    const [textA, textB] = [a, b].map((text: FreeText) => openText(text, context));
    return textA !== undefined && textA.en === textB?.en && textA.fr === textB?.fr;
  };

/**
 * What differs in a plan between two readings, both folded from its events, and which event
 * in between changed it last; null for an unknown plan.
 * @throws CodedError when the first comes after the second
 */
export async function readPlanChanges(
  planId: string,
  from: Reading,
  to: Reading,
): Promise<readonly PlanChange[] | null> {
  const [start, end] = [from.asOf.position, to.asOf.position];
  if (start > end) throw new CodedError('as-of-reversed');
  if (!(await isKnownPlan(planId, to))) return null;
  const { context } = to;
  const sameText = sameTextIn(context);
  const all = await readParts(planId, to);
  const causes = causesAfter(start, all, sameText);
  const found = differences(wholeTree(all, start), wholeTree(all, end), sameText);
  return found.map(({ path, kind, before, after }) => ({
    path,
    kind,
    before: toJson(before, context),
    after: toJson(after, context),
    causedBy: causes.findLast((cause) => overlap(cause.path, path))?.event ?? null,
  }));
}
