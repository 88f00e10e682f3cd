import type { Role } from '../authority.js';
import type { EventData } from '../catalogue.js';
import { command, type CommandInput, type Noun, type Surroundings } from '../command.js';
import { refuse, type Refusal } from '../decision.js';
import { recordEvents } from '../event.js';
import { categoryOf, type Category, type StreamName } from '../identifiers.js';
import { speakersFor } from '../organization/registry.js';
import { checkUnlocked } from '../submission/lock.js';
import { firstRefusal } from '../text-rules.js';
import { textKeysIn, type Label } from '../text.js';
import { markRecordedInError as decideMark, redactTexts as decideRedaction } from './decide.js';

/** Decisions about the record extend any stream; they fold to nothing of their own. */
const record: Noun<null, typeof recordEvents> = {
  category: 'plan',
  events: recordEvents,
  fold: { initial: null, on: { DecisionRecordedInError: () => null, TextRedacted: () => null } },
};

/** Provincial roles aside, only who speaks for the organization that recorded it may mark it. */
async function recordedBy(
  around: Surroundings,
  stream: string,
  concerned: (revision: number, keys: readonly string[]) => boolean,
): Promise<readonly string[]> {
  const events = await around.history(stream);
  const recorders = events
    .filter(({ revision, data }) => concerned(revision, textKeysIn(data)))
    .map(({ metadata }) => metadata.actingFor);
  return speakersFor([...new Set(recorders)], around);
}

const roles: readonly Role[] = [
  'partner',
  'municipal-editor',
  'municipal-approver',
  'ministry-analyst',
  'ministry-reviewer',
  'administrator',
];

/** Input of `markRecordedInError`: the decision, by its stream and revision. */
export type MarkRecordedInErrorInput = CommandInput & {
  readonly stream: string;
  readonly revision: number;
  readonly reason: Label;
};

/**
 * Nouns whose decisions are undone by others of their own: marking a revocation would give the
 * role back past those who may grant it, marking a list version would lose it, marking what was
 * submitted would open what was accepted.
 */
const standing: ReadonlySet<Category | undefined> = new Set(['person', 'codelist', 'submission']);

/** A mark changes a number as a correction does, so what is accepted is closed to it too. */
async function checkNumberUnlocked(
  stream: string,
  revision: number,
  around: Surroundings,
): Promise<readonly Refusal[]> {
  if (categoryOf(stream) !== 'observation') return [];
  const events = await around.history(stream);
  let target = events[revision];
  while (target?.type === 'DecisionRecordedInError')
    target = events[target.data['revision'] as number];
  if (target === undefined || !target.type.startsWith('Observation')) return [];
  const { indicator, period, geography } = target.data as EventData<'ObservationRecorded'>;
  if (geography.kind !== 'BODY') return [];
  return checkUnlocked({ indicator, period, body: geography.code }, 'input.revision', around);
}

/** Marks any decision as recorded in error; views leave it out, the timeline shows both. */
export const markRecordedInError = command({
  name: 'markRecordedInError',
  noun: record,
  roles,
  parties: ({ stream, revision }: MarkRecordedInErrorInput, around) =>
    recordedBy(around, stream, (each) => each === revision),
  target: ({ stream }) => stream as StreamName,
  async decide({ stream, revision, reason }, around) {
    if (standing.has(categoryOf(stream))) return refuse('decision-stands', 'input.stream');
    const locked = await checkNumberUnlocked(stream, revision, around);
    return firstRefusal(locked) ?? decideMark({ revision, reason });
  },
});

/** Input of `redactTexts`: texts by the keys they are sealed under. */
export type RedactTextsInput = CommandInput & {
  readonly stream: string;
  readonly keys: readonly string[];
  readonly authority: string;
  readonly reason: Label;
};

/** Destroys the keys of texts, which makes them unreadable everywhere, past included. */
export const redactTexts = command({
  name: 'redactTexts',
  noun: record,
  roles: ['municipal-approver', 'ministry-reviewer', 'administrator'],
  parties: ({ stream, keys }: RedactTextsInput, around) =>
    recordedBy(around, stream, (_, found) => keys.some((key) => found.includes(key))),
  target: ({ stream }) => stream as StreamName,
  decide: ({ keys, authority, reason }) => decideRedaction({ keys, authority, reason }),
});
