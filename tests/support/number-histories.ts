import * as fc from 'fast-check';
import { recordedInError } from '../../src/domain/fold.js';
import { observationStream, organizationStream } from '../../src/domain/identifiers.js';
import * as tell from './events.js';
import { inPlan, sealed, storedEvents, type Told } from './events.js';

/** Periods that are reported for; bodies end and begin between them. */
export const numberPeriods = ['2018', '2019', '2020', '2021'] as const;

/** Indicators, each of another kind, by key. */
export const numberDefinitions = {
  visits: { kind: 'COUNT_FLOW', overSpace: 'SUM', overTime: 'SUM', decimals: 0 },
  burden: { kind: 'RATIO', factor: '100' },
  wait: {
    kind: 'MEDIAN_OR_PERCENTILE',
    overSpace: 'HISTOGRAM',
    overTime: 'HISTOGRAM',
    histogram: { percentile: '50', bounds: ['0', '7', '30', '90'] },
  },
} as const;
const keys = Object.keys(numberDefinitions) as readonly (keyof typeof numberDefinitions)[];

const definition = (key: keyof typeof numberDefinitions): object => {
  const own = numberDefinitions[key];
  const isRatio = own.kind === 'RATIO';
  return { ...own, proportion: isRatio, ...(isRatio ? {} : { factor: undefined }) };
};

const plan = tell.id('plan', 1);
const codeOf = (number: number): string => String(3_500_001 + number);
const firstBodies = 24;

/** Choices of one move: which of what there is, and a number of up to thirty digits. */
type Choice = { readonly a: number; readonly b: number; readonly c: number; readonly n: bigint };

type Story = {
  readonly told: Told[];
  /** Events of each stream, and which of them stand. */
  readonly streams: Map<string, Told[]>;
  bodies: number;
  readonly versions: Map<string, number>;
};

const of = <T>(list: readonly T[], choice: number): T => list[choice % list.length] as T;

function add(story: Story, event: Told): void {
  story.told.push(event);
  const own = story.streams.get(event.stream) ?? [];
  story.streams.set(event.stream, [...own, event]);
}

const standing = ({ streams }: Story, stream: string): readonly Told[] => {
  const own = streams.get(stream) ?? [];
  const marked = recordedInError(storedEvents(own));
  return own.filter((event, at) => !marked.has(at) && event.type !== 'DecisionRecordedInError');
};

function numbersOf(key: string, { c, n }: Choice): object {
  if (key === 'visits') return { value: String(n) };
  if (key === 'burden') return { numerator: `${n}.${c}`, denominator: `${n + 1n + BigInt(c)}` };
  return { histogram: [String(n), String(c), String(n % 97n)] };
}

function report(story: Story, choice: Choice): void {
  const { a, b, c } = choice;
  const key = of([...story.versions.keys()], a);
  const code = codeOf(b % story.bodies);
  const period = of(numberPeriods, c);
  const geography = { kind: 'BODY', code } as const;
  const last = standing(story, observationStream(key, geography)).findLast(
    ({ data }) => data['period'] === period,
  );
  const isTaken = last !== undefined;
  if (isTaken && last.type !== 'ObservationWithdrawn' && c % 7 === 0)
    return add(story, tell.withdrawn(key, code, period, {}));
  const status = of(
    [...Array<string>(12).fill('REPORTED'), 'SUPPRESSED_AT_SOURCE', 'NOT_APPLICABLE'],
    a + b,
  ) as 'REPORTED';
  const content = {
    status,
    indicatorVersion: story.versions.get(key) ?? 1,
    ...(status === 'REPORTED' && numbersOf(key, choice)),
    flags: c % 5 === 0 ? ['PROVISIONAL' as const] : [],
  };
  add(story, (isTaken ? tell.corrected : tell.observed)(key, code, period, content));
}

/** Marks a number, a count of people or an amalgamation in error, or such a mark itself. */
function mark(story: Story, { a, b }: Choice): void {
  const streams = [...story.streams.keys()].filter((stream) => /^(obs|org)/.test(stream));
  const stream = of(streams, a);
  const own = story.streams.get(stream) ?? [];
  const marked = recordedInError(storedEvents(own));
  const open = own.flatMap((event, at) =>
    marked.has(at) || event.type === 'OrganizationRegistered' ? [] : [at],
  );
  if (open.length > 0) add(story, tell.inError(stream, of(open, b)));
}

function join(story: Story, { a, b }: Choice): void {
  const body = codeOf(b % story.bodies);
  if (a % 2 === 0) return add(story, inPlan(plan, 'BodyJoinedPlan', { body }));
  const reason = sealed('It has a plan of its own');
  return add(story, inPlan(plan, 'BodyLeftPlan', { body, reason }));
}

function define(story: Story, { a, b }: Choice): void {
  const key = of(keys, a);
  const version = story.versions.get(key);
  story.versions.set(key, (version ?? 0) + 1);
  if (version === undefined) return add(story, tell.defined(key, definition(key)));
  const comparability = b % 3 === 0 ? 'BREAK' : 'COMPARABLE';
  return add(story, tell.redefined(key, definition(key), comparability));
}

/** Two bodies become one, from the first day of a year on. */
function amalgamate(story: Story, { a, b, c }: Choice): void {
  const successor = codeOf(story.bodies);
  const from = `${of(numberPeriods, c)}-01-01`;
  const [first, second] = [a % story.bodies, b % story.bodies].map(codeOf);
  story.bodies += 1;
  const stream = organizationStream(successor);
  const registered = tell.registered(successor, `Town ${successor}`);
  add(story, { ...registered, stream, data: { ...registered.data, existsFrom: from } });
  add(story, tell.counted(successor, 10_000 + a));
  for (const code of new Set([first, second]))
    add(story, tell.succeeded(String(code), successor, from));
}

const recount = (story: Story, { b, n }: Choice): void =>
  add(story, tell.counted(codeOf(b % story.bodies), Number(n % 100_000n)));

const times = <T>(count: number, move: T): readonly T[] =>
  Array.from({ length: count }, () => move);

const moves = [
  ...times(66, report),
  ...times(16, mark),
  ...times(8, join),
  ...times(6, recount),
  ...times(2, define),
  ...times(1, amalgamate),
];

const nat = fc.nat(10_000);
const choices = fc.record({ move: nat, a: nat, b: nat, c: nat, n: fc.bigInt(0n, 10n ** 30n) });

/**
 * The history of many numbers of each kind: recorded, corrected, withdrawn, marked in error,
 * while bodies join and leave a plan and are amalgamated, and indicators are defined anew.
 * @param seed the same seed tells the same history
 */
export function numberHistory(length: number, seed: number): readonly Told[] {
  const story: Story = { told: [], streams: new Map(), bodies: firstBodies, versions: new Map() };
  for (let at = 0; at < firstBodies; at++) {
    add(story, tell.registered(codeOf(at), `Town ${at}`));
    add(story, tell.counted(codeOf(at), 1_000 * (at + 1)));
  }
  add(story, tell.planOpened(plan, [codeOf(0)]));
  for (let at = 0; at < keys.length; at++) define(story, { a: at, b: 1, c: 0, n: 0n });
  for (const choice of fc.sample(choices, { numRuns: length, seed })) {
    of(moves, choice.move)(story, choice);
    if (story.told.length >= length) break;
  }
  // What was not a move at the time left a few places: more of the same.
  for (let more = 1; story.told.length < length; more++)
    for (const choice of fc.sample(choices, { numRuns: 50, seed: seed + more }))
      if (story.told.length < length) report(story, choice);
  return story.told.slice(0, length);
}
