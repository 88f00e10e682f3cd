import type { ReadModels } from '../../projections/read-models.js';
import { readingAt } from '../as-of.js';
import { CodedError } from '../coded-error.js';
import type { RequestContext } from '../context.js';
import { stoppable } from '../stoppable.js';
import { buildEntries, isKnownPlan, readVisibleRows } from './timeline.load.js';
import type { TimelineEntry } from './timeline.object.js';

/** Entries read at once, which is all a subscription holds in memory. */
const entriesPerPage = 100;

/** Wakes a follower when a tag changed, or may have, since it last began to look. */
function bell({ onProgress }: ReadModels, tag: string, signal: AbortSignal) {
  let hasRung = false;
  let wake: (() => void) | undefined;
  const ring = (): void => {
    hasRung = true;
    wake?.();
  };
  const stop = onProgress(({ tags, replaced }) => {
    if (replaced || tags.includes(tag)) ring();
  });
  signal.addEventListener('abort', ring);
  return {
    stop,
    /** To be called before looking, so that nothing said meanwhile is missed. */
    reset: (): void => void (hasRung = false),
    rung: (): Promise<void> =>
      new Promise((resolve) => {
        if (hasRung) resolve();
        else wake = resolve;
      }),
  };
}

/**
 * Entries after a position in a snapshot of their own: a subscription lasts for hours and may
 * hold none open meanwhile.
 */
async function readNext(
  planId: string,
  after: number,
  context: RequestContext,
): Promise<readonly TimelineEntry[]> {
  const snapshot = await context.services.readModels.snapshot();
  try {
    const reading = await readingAt(context, snapshot, { position: snapshot.position });
    const rows = await readVisibleRows(planId, { after, limit: entriesPerPage }, reading);
    return rows.length === 0 ? [] : await buildEntries(planId, rows, reading);
  } finally {
    snapshot.release();
  }
}

/** Where to begin. @throws CodedError for an unknown plan or a position not reached yet */
async function startingPoint(
  planId: string,
  since: number | null | undefined,
  context: RequestContext,
): Promise<number> {
  const { services, language } = context;
  // Whoever comes from a node that was further on: this one has heard of no such position yet.
  if (since != null && since > services.readModels.position())
    await services.readModels.reached(since, services.waitMsMax);
  const snapshot = await services.readModels.snapshot();
  try {
    const { position } = snapshot;
    const reading = await readingAt(context, snapshot, { position });
    if (!(await isKnownPlan(planId, reading))) throw new CodedError('plan-unknown', language);
    if (since != null && since > position) throw new CodedError('since-in-the-future', language);
    return since ?? position;
  } finally {
    snapshot.release();
  }
}

/**
 * What is decided about a plan, from a position on: first what is on the record, then each
 * decision as it comes, without gap or duplicate, until the taker leaves.
 * @param since position after which to begin; only what is decided from now on without it
 * @throws CodedError for an unknown plan or a position not reached yet
 */
export async function followPlan(
  planId: string,
  since: number | null | undefined,
  context: RequestContext,
): Promise<AsyncGenerator<TimelineEntry, void, undefined>> {
  const { readModels } = context.services;
  const start = await startingPoint(planId, since, context);
  return stoppable(async function* follow(signal) {
    const progress = bell(readModels, `plan:${planId}`, signal);
    try {
      for (let after = start; !signal.aborted;) {
        progress.reset();
        const entries = await readNext(planId, after, context);
        yield* entries;
        after = entries.at(-1)?.position ?? after;
        if (entries.length < entriesPerPage) await progress.rung();
      }
    } finally {
      progress.stop();
    }
  });
}
