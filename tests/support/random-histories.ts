import * as fc from 'fast-check';
import { recordedInError } from '../../src/domain/fold.js';
import { observationStream } from '../../src/domain/identifiers.js';
import { categoriesKey } from '../../src/domain/observation/events.js';
import * as tell from './events.js';
import { id, inPlan, ontario, sealed, storedEvents, type Told } from './events.js';

/** Choices of one move; each is taken modulo what there is to choose from. */
type Move = { readonly kind: number; readonly a: number; readonly b: number; readonly c: number };

/** What happened so far, as moves need to know it. */
type Past = {
  readonly told: Told[];
  /** Events of a stream that do not stand in error. */
  standing(stream: string): readonly Told[];
};

const bodies = Object.values(ontario);
const names = Object.keys(ontario);
/** Ontario, and the census division that has the code of its upper tier. */
export const areas = ['35', ontario.peel] as const;
export const indicators = ['housing-cost-burden', 'population'] as const;
export const periods = ['2016', '2021'] as const;
export const categories = [[], [{ dimension: 'age', category: '0-17' }]] as const;
const days = ['2023-06-30', '2024-01-31', '2024-07-31'] as const;
const tiers = ['SINGLE', 'LOWER', 'UPPER'] as const;
const universes = [
  { kind: 'MUNICIPALITIES' },
  { kind: 'OBLIGED' },
  { kind: 'LISTED', bodies: [ontario.hamilton, ontario.goderich] },
] as const;

const pick = <T>(from: readonly T[], choice: number): T => from[choice % from.length] as T;
const universe = (choice: number) => {
  const { kind, ...rest } = pick<{ kind: string; bodies?: readonly string[] }>(universes, choice);
  return { kind, ...rest, ...(rest.bodies && { bodies: [...rest.bodies] }) } as never;
};

function organization({ a, b, c }: Move, past: Past): Told {
  const code = pick(bodies, a);
  const name = pick(names, a);
  const begins = past
    .standing(`organization-${code}`)
    .some(({ type }) => type === 'OrganizationRegistered');
  if (!begins) return tell.registered(code, name, pick(tiers, b));
  return pick(
    [
      tell.renamed(code, `${name} ${c}`),
      tell.counted(code, c * 1_000),
      tell.obliged(code, pick(['REQUIRED', 'NOT_REQUIRED'], c)),
      tell.succeeded(code, pick(bodies, c), pick(['2015-01-01', '2018-01-01', '2022-01-01'], c)),
    ],
    b,
  );
}

function indicator({ a, b, c }: Move, past: Past): Told {
  const key = pick(indicators, a);
  const stream = `indicator-${key.replaceAll('-', '_')}`;
  const begins = past.standing(stream).some(({ type }) => type === 'IndicatorDefined');
  if (!begins) return tell.defined(key, { universe: universe(c) });
  if (b % 4 > 0)
    return tell.redefined(key, { universe: universe(c) }, pick(['COMPARABLE', 'BREAK'], b));
  return inPlan(stream, 'IndicatorRetired', {
    retiredOn: '2024-12-31',
    reason: sealed('No longer asked'),
  });
}

function observation({ a, b, c }: Move, past: Past): Told {
  const key = pick(indicators, a);
  const kind = a % 7 >= 5 ? 'AREA' : 'BODY';
  const place = pick(kind === 'AREA' ? areas : bodies, b);
  const period = pick(periods, c);
  const content = {
    geography: { kind, code: place } as const,
    categories: [...pick<(typeof categories)[number]>(categories, a % 5 === 4 ? 1 : 0)],
  };
  const combination = categoriesKey(content.categories);
  const stands = past
    .standing(observationStream(key, content.geography))
    .filter(({ data }) => data['period'] === period)
    .some(({ data }) => categoriesKey(data['categories'] as never) === combination);
  const status = pick(['REPORTED', 'REPORTED', 'SUPPRESSED_AT_SOURCE', 'NOT_APPLICABLE'], b + c);
  const value = {
    ...content,
    status: status as 'REPORTED',
    ...(status === 'REPORTED' && {
      value: `${c}.${b}`,
      numerator: String(b),
      denominator: String(b + c + 1),
    }),
    flags: a % 3 === 0 ? ['PARTIAL' as const] : [],
    ...(b % 2 === 0 && { sourceReleasedOn: pick(days, c) }),
  };
  if (!stands) return tell.observed(key, place, period, value);
  if (b % 6 === 5) return tell.withdrawn(key, place, period, content);
  return tell.corrected(key, place, period, value);
}

function inOnePlan({ a, b, c }: Move, past: Past): Told | undefined {
  const plan = id('plan', a % 3);
  const body = pick(bodies, b);
  const other = pick(bodies, b + c + 1);
  const strategy = {
    strategyId: id('strategy', b % 2),
    title: sealed('A situation table'),
    area: 'RISK_INTERVENTION' as const,
    sectors: ['police'],
    risks: [id('risk', c % 2)],
  };
  const stands = past.standing(plan);
  if (stands.length === 0)
    return past.told.some(({ stream }) => stream === plan)
      ? undefined
      : tell.planOpened(plan, [...new Set([body, other])]);
  const reason = sealed('The committee decided');
  return pick(
    [
      inPlan(plan, 'BodyJoinedPlan', { body }),
      inPlan(plan, 'BodyLeftPlan', { body, reason }),
      inPlan(plan, 'RiskIdentified', {
        riskId: id('risk', b % 2),
        code: 'gangs',
        listVersion: '1',
      }),
      inPlan(plan, 'RiskPrioritized', { riskId: id('risk', b % 2), rank: 1 + (c % 3) }),
      inPlan(plan, 'RiskDeprioritized', { riskId: id('risk', b % 2), reason }),
      inPlan(plan, 'StrategyAdopted', strategy),
      inPlan(plan, 'StrategyRevised', { ...strategy, reason }),
      inPlan(plan, 'StrategyRetired', { strategyId: strategy.strategyId, reason }),
      tell.adopted(plan, body),
      inPlan(plan, 'PlanPublished', { url: 'https://example.ca/plan', publishedOn: '2021-07-01' }),
      inPlan(plan, 'TextRedacted', { keys: [`key-${c}`], authority: 'FIPPA', reason }),
    ],
    c,
  );
}

function commitment({ a, b, c }: Move, past: Past): Told | undefined {
  const stream = id('commitment', a % 3);
  const plan = id('plan', a % 3);
  if (past.standing(stream).length === 0)
    return past.told.some((each) => each.stream === stream)
      ? undefined
      : tell.committed(stream, plan, 'john-howard');
  const reason = sealed('The partner asked for it');
  return pick(
    [
      inPlan(stream, 'CommitmentRevised', { dueOn: '2025-12-31', reason }),
      inPlan(stream, 'CommitmentProgressReported', { reportedOn: '2024-06-01', percent: b }),
      inPlan(stream, 'CommitmentReassigned', { partner: 'cmha', reason }),
      inPlan(stream, 'CommitmentFulfilled', { fulfilledOn: '2024-12-01' }),
      inPlan(stream, 'CommitmentWithdrawn', { reason }),
    ],
    c,
  );
}

function measure({ a, c }: Move, past: Past): Told | undefined {
  const stream = id('measure', a % 2);
  if (past.standing(stream).length === 0)
    return past.told.some((each) => each.stream === stream)
      ? undefined
      : inPlan(stream, 'MeasureDefined', {
          planId: id('plan', a % 3),
          indicator: pick(indicators, c),
          level: 'LONG_TERM',
          accountability: 'POPULATION',
        });
  const target = { kind: 'ABSOLUTE' as const, value: String(c) };
  return pick(
    [
      inPlan(stream, 'BaselineSet', { kind: 'STARTS_FROM_ZERO' }),
      inPlan(stream, 'TargetSet', target),
      inPlan(stream, 'TargetRevised', { ...target, reason: sealed('Too easy') }),
      inPlan(stream, 'MeasureRetired', { reason: sealed('No longer counted') }),
    ],
    c,
  );
}

function attempt({ a, b, c }: Move, past: Past): Told | undefined {
  const stream = id('import', a % 2);
  const stands = past.standing(stream);
  if (stands.length === 0)
    return past.told.some((each) => each.stream === stream)
      ? undefined
      : tell.importBegun(stream, `file-${b}.csv`);
  return stands.length > 1 ? undefined : tell.importFinished(stream, c % 5 === 0 ? 1 : 0);
}

/** Marks anything that stands, another mark included. */
function mark({ a, b }: Move, { told }: Past): Told | undefined {
  const streams = [...new Set(told.map(({ stream }) => stream))];
  if (streams.length === 0) return undefined;
  const stream = pick(streams, a);
  const events = storedEvents(told.filter((each) => each.stream === stream));
  const marked = recordedInError(events);
  const open = events.filter(
    ({ type, revision }) => type !== 'TextRedacted' && !marked.has(revision),
  );
  return open.length === 0 ? undefined : tell.inError(stream, pick(open, b).revision);
}

// Observations and marks are where views are most likely to go wrong.
const moves = [
  ...Array.from({ length: 5 }, () => observation),
  ...Array.from({ length: 3 }, () => mark),
  ...Array.from({ length: 3 }, () => inOnePlan),
  organization,
  organization,
  indicator,
  indicator,
  commitment,
  measure,
  attempt,
];

function standing(told: readonly Told[], stream: string): readonly Told[] {
  const own = told.filter((each) => each.stream === stream);
  const marked = recordedInError(storedEvents(own));
  return own.filter(
    ({ type }, revision) => type !== 'DecisionRecordedInError' && !marked.has(revision),
  );
}

/** A province in order, in which changes of the roster matter. */
const settled: readonly Told[] = [
  ...bodies.flatMap((body, at) => [
    tell.registered(body, names[at] as string, pick(tiers, at)),
    tell.counted(body, 1_000 * (at + 1)),
  ]),
  ...indicators.map((key) => tell.defined(key)),
];

function tellAll(
  isSettled: boolean,
  choices: readonly (Move & { readonly late: boolean })[],
): readonly Told[] {
  const told: Told[] = isSettled ? [...settled] : [];
  const past: Past = { told, standing: (stream) => standing(told, stream) };
  for (const choice of choices) {
    const next = pick(moves, choice.kind)(choice, past);
    // Clocks of nodes differ, so what is recorded later may carry an earlier instant.
    const recordedAt = choice.late ? { recordedAt: '2024-01-03T00:00:00.000Z' } : {};
    if (next !== undefined) told.push({ ...next, ...recordedAt });
  }
  return told;
}

const number = fc.nat({ max: 59 });

const choice = fc.record({
  kind: number,
  a: number,
  b: number,
  c: number,
  late: fc.nat({ max: 9 }).map((chance) => chance === 0),
});

/** Histories of all nouns as decisions could have made them, marks in error included. */
export const randomHistories = (maxLength = 60): fc.Arbitrary<readonly Told[]> =>
  fc
    .tuple(fc.boolean(), fc.array(choice, { minLength: 1, maxLength }))
    .map(([isSettled, choices]) => tellAll(isSettled, choices));
