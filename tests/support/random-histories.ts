import * as fc from 'fast-check';
import { recordedInError } from '../../src/domain/fold.js';
import { observationStream } from '../../src/domain/identifiers.js';
import { categoriesKey } from '../../src/domain/observation/events.js';
import * as tell from './events.js';
import { id, inPlan, ontario, sealed, storedEvents, type Told } from './events.js';
import { administration, attempt, consent } from './random-administration.js';
import { commitment } from './random-commitments.js';
import { progress } from './random-progress.js';
import { reporting } from './random-reporting.js';
import { bodies, days, periods, pick, type Move, type Past } from './random-moves.js';

const names = Object.keys(ontario);
/** Ontario, and the census division that has the code of its upper tier. */
export const areas = ['35', ontario.peel] as const;
export const indicators = ['housing-cost-burden', 'population'] as const;
export const categories = [[], [{ dimension: 'age', category: '0-17' }]] as const;
const tiers = ['SINGLE', 'LOWER', 'UPPER'] as const;
const universes = [
  { kind: 'MUNICIPALITIES' },
  { kind: 'OBLIGED' },
  { kind: 'LISTED', bodies: [ontario.hamilton, ontario.goderich] },
  // A region and one of its lower tiers overlap.
  { kind: 'LISTED', bodies: [ontario.peel, ontario.mississauga, ontario.bluewater] },
] as const;

const universe = (choice: number) => {
  const { kind, ...rest } = pick<{ kind: string; bodies?: readonly string[] }>(universes, choice);
  return { kind, ...rest, ...(rest.bodies && { bodies: [...rest.bodies] }) } as never;
};

const entered = (code: string, name: string, tier: (typeof tiers)[number]): Told =>
  tell.registered(code, name, tier, {
    censusDivision: code.slice(0, 4),
    ...(tier === 'LOWER' && { upperTier: code.slice(0, 4) }),
  });

function organization({ a, b, c }: Move, past: Past): Told {
  const code = pick(bodies, a);
  const name = pick(names, a);
  const begins = past
    .standing(`organization-${code}`)
    .some(({ type }) => type === 'OrganizationRegistered');
  if (!begins) return entered(code, name, pick(tiers, b));
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

/** A rule of progress, or a judgment given or withdrawn. */
function indicator({ a, b, c }: Move, past: Past): Told {
  const key = pick(indicators, a);
  const stream = `indicator-${key.replaceAll('-', '_')}`;
  const begins = past.standing(stream).some(({ type }) => type === 'IndicatorDefined');
  const changes = { universe: universe(c), ...(b % 3 === 0 && { dueWithinDays: 700 }) };
  if (!begins) return tell.defined(key, changes);
  if (c % 5 < 2) return progress(stream, { b, c });
  if (b % 4 > 0) return tell.redefined(key, changes, pick(['COMPARABLE', 'BREAK'], b));
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
  const geography = { kind, code: place } as const;
  if (c % 6 === 5) return tell.storyTold(key, geography, period, `Told ${b}`);
  const content = {
    geography,
    categories: [...pick<(typeof categories)[number]>(categories, a % 5 === 4 ? 1 : 0)],
  };
  const combination = categoriesKey(content.categories);
  const stands = past
    .standing(observationStream(key, content.geography))
    .filter(({ type, data }) => type !== 'StoryTold' && data['period'] === period)
    .some(({ data }) => categoriesKey(data['categories'] as never) === combination);
  const status = pick(['REPORTED', 'REPORTED', 'SUPPRESSED_AT_SOURCE', 'NOT_APPLICABLE'], b + c);
  const value = {
    ...content,
    status: status as 'REPORTED',
    indicatorVersion: 1 + (c % 3),
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
      inPlan(plan, 'BodySucceededInPlan', { body, successor: other, endedOn: '2022-01-01' }),
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
      inPlan(plan, 'PlanRoleAssigned', {
        roleId: id('role', b % 2),
        role: 'CHAMPION',
        organization: body,
        from: '2021-01-01',
      }),
      inPlan(plan, 'CommitteeSeatsFilled', {
        memberId: id('member', b % 2),
        seats: ['health-services', 'municipality'],
        listVersion: '1',
        organization: body,
        filledOn: '2021-01-01',
      }),
      inPlan(plan, 'CommitteeSeatsVacated', {
        memberId: id('member', b % 2),
        seats: ['health-services'],
        vacatedOn: '2021-06-01',
        reason,
      }),
      inPlan(plan, 'PlanRevised', {
        revisedOn: '2025-01-01',
        readoption: b % 2 === 0,
        summary: reason,
      }),
      inPlan(plan, 'ReviewCompleted', { completedOn: '2024-05-01', revisionNeeded: true }),
      inPlan(plan, 'PlanSuperseded', { by: id('plan', 9), supersededOn: '2025-06-01' }),
      inPlan(plan, 'TextRedacted', { keys: [`key-${c}`], authority: 'FIPPA', reason }),
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

/** Marks anything that stands, another mark included; persons, lists and submissions take none. */
function mark({ a, b }: Move, { told }: Past): Told | undefined {
  const streams = [...new Set(told.map(({ stream }) => stream))].filter(
    (stream) => !/^(person|codelist|submission)-/.test(stream),
  );
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
  administration,
  consent,
  attempt,
  reporting,
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
    entered(body, names[at] as string, pick(tiers, at)),
    tell.counted(body, 1_000 * (at + 1)),
  ]),
  ...indicators.map((key) => tell.defined(key)),
];

function tellAll(
  isSettled: boolean,
  choices: readonly (Move & { readonly late: boolean })[],
  among: typeof moves = moves,
): readonly Told[] {
  const told: Told[] = isSettled ? [...settled] : [];
  const past: Past = { told, standing: (stream) => standing(told, stream) };
  for (const choice of choices) {
    const next = pick(among, choice.kind)(choice, past);
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
export const randomHistories = (maxLength = 60, minLength = 1): fc.Arbitrary<readonly Told[]> =>
  fc
    .tuple(fc.boolean(), fc.array(choice, { minLength, maxLength }))
    .map(([isSettled, choices]) => tellAll(isSettled, choices));

/** Histories in which, once the province is in order, nothing but numbers is reported. */
export const randomReports = (maxLength: number): fc.Arbitrary<readonly Told[]> =>
  fc.array(choice, { maxLength }).map((choices) => tellAll(true, choices, [observation]));
