import type { Caller } from '../../domain/authority.js';
import { batchStream } from '../../domain/batch-stream.js';
import { upcast } from '../../domain/catalogue.js';
import type { Surroundings } from '../../domain/command.js';
import { commandSurroundings } from '../../domain/command-surroundings.js';
import { organizationStream } from '../../domain/identifiers.js';
import { compareObservation } from '../../domain/observation/compare-observation.js';
import { observation, standing, type ObservationKey } from '../../domain/observation/state.js';
import { organization } from '../../domain/organization/state.js';
import { foresee, mayGive, orderOf } from './attempt.js';
import type { Change } from './change-text.js';
import type { Draft } from './draft.js';
import { importError, type Bilingual, type ImportError } from './import-error.js';
import { outlierWatch } from './outlier-watch.js';
import { rowRefusals } from './row-refusals.js';
import type { Stage, StagedDraft } from './stage.js';
import type { StageContext } from './stage-context.js';

/** What the drafts of a file come down to. */
export type CheckedStage = {
  readonly recorded: number;
  readonly corrected: number;
  /** Drafts that say what is recorded already, or that this very file recorded before. */
  readonly same: number;
  /** The first changes of each kind. */
  readonly changes: readonly Change[];
};

/** Changes kept to be shown, of each kind. */
const changesMax = 10;

const isSameContent = (a: Draft, b: Draft): boolean =>
  JSON.stringify(a.content) === JSON.stringify(b.content);

const agreeing: Bilingual = {
  en: 'the two agree: leave this one out',
  fr: 'les deux concordent : retirer celle-ci',
};
const disagreeing: Bilingual = {
  en: 'the two disagree, so neither is taken: keep the one that is right',
  fr: 'les deux se contredisent, aucune n’est retenue : garder celle qui est juste',
};

const repeats = ({ draft }: StagedDraft, other: StagedDraft): ImportError => {
  const place = { line: draft.line, ...draft.cell };
  const about = { other: other.draft.line };
  const advice = isSameContent(draft, other.draft) ? agreeing : disagreeing;
  return importError('row-duplicate', place, about, advice);
};

/**
 * The drafts of a stage without those that are about what an earlier one is about; where the
 * two disagree, without the earlier one too, for nobody can tell which is right.
 */
function* unrepeated(stage: Stage, onDraft: () => void): Generator<StagedDraft> {
  let first: StagedDraft | undefined;
  let isContradicted = false;
  for (const each of stage.drafts()) {
    onDraft();
    if (first?.name !== each.name) {
      if (first !== undefined && !isContradicted) yield first;
      [first, isContradicted] = [each, false];
      continue;
    }
    stage.addError(repeats(each, first));
    if (isContradicted || isSameContent(first.draft, each.draft)) continue;
    isContradicted = true;
    stage.addError(repeats(first, each));
  }
  if (first !== undefined && !isContradicted) yield first;
}

/** Of a First Nation nobody else is told here what is on record, whatever they may record. */
async function mayBeTold(
  { geography: { kind, code } }: ObservationKey,
  around: Surroundings,
  { organizations }: Caller,
): Promise<boolean> {
  if (kind === 'AREA' || organizations.includes(code)) return true;
  const { state } = await around.read(organization, organizationStream(code));
  return state.status === 'none' || state.kind !== 'FIRST_NATION';
}

/** Checks the drafts of one stream against what the log holds of it. */
async function streamCheck(stream: string, shared: Surroundings, context: StageContext) {
  const { ports, caller, source } = context;
  const on = batchStream(stream, (await ports.readStream(stream)).map(upcast));
  const around = on.within(shared);
  const keys = new Set(on.events.map(({ metadata }) => metadata.idempotencyKey));
  const state = on.stateOf(observation.fold);
  const farFromLast = outlierWatch();
  return async (staged: StagedDraft) => {
    const { draft, name } = staged;
    const comparison = compareObservation(state, { ...draft.key, ...draft.content });
    const order = orderOf(source.attemptOf(staged, comparison === 'new' ? 'new' : 'changed'));
    // Before anything else: that a number is the one on record would tell it.
    if (!(await mayGive(order, around, caller)))
      return { errors: await rowRefusals(draft, 'denied', ports) };
    if (keys.has(source.keyOf(name)) || comparison === 'same') return 'same' as const;
    const refused = await foresee(order, on, around);
    if (refused !== undefined) return { errors: await rowRefusals(draft, refused, ports) };
    const before = standing(state, draft.key);
    const isTold = await mayBeTold(draft.key, around, caller);
    return { comparison, before, warning: farFromLast(draft, isTold ? before : undefined) };
  };
}

/** Decides every draft on what is recorded now, plans the good ones, and writes nothing. */
export async function checkStage(stage: Stage, context: StageContext): Promise<CheckedStage> {
  const { ports, onProgress } = context;
  const shared = commandSurroundings(ports, await ports.setting());
  const counts = { new: 0, changed: 0, same: 0 };
  const changes: Change[] = [];
  let current: { stream: string; check: Awaited<ReturnType<typeof streamCheck>> } | undefined;
  let done = 0;
  for (const staged of unrepeated(stage, () => (done += 1))) {
    const { stream, draft } = staged;
    if (current?.stream !== stream) {
      current = { stream, check: await streamCheck(stream, shared, context) };
      onProgress(done);
    }
    const verdict = await current.check(staged);
    if (verdict === 'same') counts.same += 1;
    else if ('errors' in verdict) verdict.errors.forEach(stage.addError);
    else {
      const { comparison, before, warning } = verdict;
      if (warning !== undefined) stage.addError(warning);
      if ((counts[comparison] += 1) <= changesMax) changes.push({ draft, before });
      stage.plan({ ...staged, comparison });
    }
  }
  onProgress(done);
  return { recorded: counts.new, corrected: counts.changed, same: counts.same, changes };
}
