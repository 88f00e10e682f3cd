import { createHash } from 'node:crypto';
import type { Caller } from '../../domain/authority.js';
import type { Surroundings } from '../../domain/command.js';
import { observationStream } from '../../domain/identifiers.js';
import { compareObservation } from '../../domain/observation/compare-observation.js';
import { observation } from '../../domain/observation/state.js';
import type { Label } from '../../domain/text.js';
import { attemptOf, type Attempt } from './attempt.js';
import { draftName, type Draft } from './draft.js';
import { inParallel } from './in-parallel.js';
import type { ImportError } from './import-error.js';
import { rowRefusals, type Explain } from './row-refusals.js';

/** A row that would be accepted as things stand. */
export type PlannedRow = {
  readonly draft: Draft;
  readonly comparison: 'new' | 'changed';
  readonly attempt: Attempt;
};

/** What the rows of a file come down to. */
export type CheckedDrafts = {
  readonly planned: readonly PlannedRow[];
  /** Rows that say what is recorded already, or that this very file recorded before. */
  readonly same: number;
  readonly errors: readonly ImportError[];
};

/** What rows are checked against. */
export type CheckContext = {
  readonly around: Surroundings;
  readonly caller: Caller;
  /** Names the file and its mapping, byte for byte. */
  readonly source: string;
  readonly reason: Label;
  readonly explain: Explain;
  readonly onRow: () => void;
};

const streamsAtOnce = 16;

/** Stream of the observation a row is about. */
export const streamOf = ({ indicator, key }: Draft): string =>
  observationStream(indicator, key.geography);

// The same row of the same file has the same key for ever, so a second import writes nothing,
// even when the number was corrected by other means since.
const keyOf = (draft: Draft, source: string): string =>
  createHash('sha256')
    .update(`${source} ${draftName(draft)}`)
    .digest('hex');

type Verdict = PlannedRow | 'same' | { readonly errors: readonly ImportError[] };

async function checkDraft(draft: Draft, context: CheckContext): Promise<Verdict> {
  const { around, caller, source, reason, explain } = context;
  const [stream, idempotencyKey] = [streamOf(draft), keyOf(draft, source)];
  const { state } = await around.read(observation, stream);
  const history = await around.history(stream);
  const isRepeated = history.some(({ metadata }) => metadata.idempotencyKey === idempotencyKey);
  const comparison = compareObservation(state, { ...draft.key, ...draft.content });
  if (isRepeated || comparison === 'same') return 'same';
  const attempt = attemptOf(draft, comparison, idempotencyKey, reason);
  const refused = await attempt.foresee(around, caller);
  if (refused === undefined) return { draft, comparison, attempt };
  return { errors: rowRefusals(draft, refused, explain) };
}

/** Decides every row on what is recorded now, and writes nothing. */
export async function checkDrafts(
  drafts: readonly Draft[],
  context: CheckContext,
): Promise<CheckedDrafts> {
  const planned: PlannedRow[] = [];
  const errors: ImportError[] = [];
  let same = 0;
  await inParallel(drafts, streamsAtOnce, async (draft) => {
    const verdict = await checkDraft(draft, context);
    if (verdict === 'same') same += 1;
    else if ('errors' in verdict) errors.push(...verdict.errors);
    else planned.push(verdict);
    context.onRow();
  });
  return { planned: planned.toSorted((a, b) => a.draft.line - b.draft.line), same, errors };
}
