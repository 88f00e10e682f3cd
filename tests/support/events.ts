import type { EventData, EventType } from '../../src/domain/catalogue.js';
import type { EventBody, NewEvent, StoredEvent } from '../../src/domain/event.js';
import type { EventLog } from '../../src/domain/event-log.js';
import {
  indicatorStream,
  observationStream,
  organizationStream,
  type Geography,
} from '../../src/domain/identifiers.js';
import type { SealedText } from '../../src/domain/text.js';

/** Something that happened, before the log gives it a place. */
export type Told = {
  readonly stream: string;
  readonly type: EventType;
  readonly data: EventBody;
  /** Day and time the hub learned it; default: the day after what was told before it. */
  readonly recordedAt?: string;
  readonly effectiveOn?: string;
};

/** Bodies by the names people know them under. */
export const ontario = {
  hamilton: '3525005',
  cockburnIsland: '3551034',
  goderich: '3540028',
  bluewater: '3540010',
  mississauga: '3521005',
  peel: '3521',
} as const;

const told = <T extends EventType>(stream: string, type: T, data: EventData<T>): Told => ({
  stream,
  type,
  data,
});

/** A free text as the log holds it. */
export const sealed = (text: string): SealedText => ({
  kind: 'sealed',
  language: 'en',
  key: `key-${text.toLowerCase().replaceAll(' ', '-')}`,
  data: Buffer.from(text).toString('base64url'),
});

/** A municipality enters the register. */
export const registered = (
  code: string,
  name: string,
  tier: 'SINGLE' | 'LOWER' | 'UPPER' = 'SINGLE',
  place: Pick<EventData<'OrganizationRegistered'>, 'upperTier' | 'censusDivision'> = {},
): Told =>
  told(organizationStream(code), 'OrganizationRegistered', {
    code,
    kind: 'MUNICIPALITY',
    name: { en: name },
    tier,
    ...place,
  });

/** A municipality gets another name. */
export const renamed = (code: string, name: string): Told =>
  told(organizationStream(code), 'OrganizationRenamed', { name: { en: name } });
/** A census counts the people of a municipality. */
export const counted = (code: string, population: number, censusYear = 2021): Told =>
  told(organizationStream(code), 'PopulationCounted', { population, censusYear });
/** A municipality must plan, or need not, from a day on. */
export const obliged = (
  code: string,
  duty: EventData<'ObligationSet'>['duty'] = 'REQUIRED',
  from = '2019-01-01',
): Told =>
  told(organizationStream(code), 'ObligationSet', { duty, from, rule: 'ministry-faq-question-8' });
/** A municipality ends and another takes its place. */
export const succeeded = (code: string, successor: string, endedOn: string): Told =>
  told(organizationStream(code), 'OrganizationSucceeded', { successor, endedOn });

const housing: Omit<EventData<'IndicatorDefined'>, 'key'> = {
  name: { en: 'Households that spend 30 % or more on shelter' },
  kind: 'RATIO',
  unit: { en: '%' },
  decimals: 2,
  direction: 'LOWER',
  universe: { kind: 'MUNICIPALITIES' },
  sensitivity: 'PUBLIC',
  overTime: 'RATIO_OF_SUMS',
  overSpace: 'RATIO_OF_SUMS',
  periodKind: 'YEAR',
  factor: '100',
  proportion: true,
  dimensions: [],
};

/** An indicator is defined; a share of households unless told otherwise. */
export const defined = (key: string, changes: Partial<typeof housing> = {}): Told =>
  told(indicatorStream(key), 'IndicatorDefined', { key, ...housing, ...changes });

/** An indicator gets a new version. */
export const redefined = (
  key: string,
  changes: Partial<typeof housing> = {},
  comparability: 'COMPARABLE' | 'BREAK' = 'COMPARABLE',
): Told =>
  told(indicatorStream(key), 'IndicatorRevised', {
    ...housing,
    ...changes,
    comparability,
    reason: sealed('Statistics Canada changed the question'),
  });

type Content = Partial<Omit<EventData<'ObservationRecorded'>, 'indicator' | 'period'>>;

const observation = (
  indicator: string,
  code: string,
  period: string,
  content: Content,
): EventData<'ObservationRecorded'> => ({
  indicator,
  geography: { kind: 'BODY', code },
  period,
  categories: [],
  indicatorVersion: 1,
  status: 'REPORTED',
  flags: [],
  ...content,
});

const aboutNumber = <T extends `Observation${string}` & EventType>(
  type: T,
  data: EventData<T> & Pick<EventData<'ObservationRecorded'>, 'indicator' | 'geography'>,
): Told => told(observationStream(data.indicator, data.geography), type, data);

/** A number is recorded for a body, or for the geography given. */
export const observed = (indicator: string, code: string, period: string, content: Content): Told =>
  aboutNumber('ObservationRecorded', observation(indicator, code, period, content));

/** A number replaces an earlier one. */
export const corrected = (
  indicator: string,
  code: string,
  period: string,
  content: Content,
): Told =>
  aboutNumber('ObservationCorrected', {
    ...observation(indicator, code, period, content),
    reason: sealed('A later census count'),
  });

/** A number is taken back. */
export const withdrawn = (
  indicator: string,
  code: string,
  period: string,
  content: Pick<Content, 'geography' | 'categories'> = {},
): Told => {
  const { geography, categories } = observation(indicator, code, period, content);
  return aboutNumber('ObservationWithdrawn', {
    indicator,
    geography,
    period,
    categories,
    reason: sealed('Counted twice'),
  });
};

/** The story behind a number is told. */
export const storyTold = (
  indicator: string,
  geography: Geography,
  period: string,
  text: string,
): Told =>
  told(observationStream(indicator, geography), 'StoryTold', {
    indicator,
    geography: { ...geography },
    period,
    text: sealed(text),
  });

/** What was published for an area such as Canada, "01". */
export const published = (
  indicator: string,
  area: string,
  period: string,
  value: string,
  sourceReleasedOn: string,
): Told =>
  observed(indicator, area, period, {
    geography: { kind: 'AREA', code: area },
    value,
    sourceReleasedOn,
  });

/** Id of a plan, a strategy, a commitment … made from a number. */
export const id = (prefix: string, number: number): string =>
  `${prefix}-${String(number).padStart(32, '0')}`;

/** An event of a plan. */
export const inPlan = <T extends EventType>(plan: string, type: T, data: EventData<T>): Told =>
  told(plan, type, data);

/** A plan is opened by municipalities. */
export const planOpened = (plan: string, bodies: readonly string[]): Told =>
  told(plan, 'PlanOpened', {
    title: sealed('A plan for a safer county'),
    bodies: [...bodies],
    demonstration: false,
  });

/** The council of a body adopts the plan. */
export const adopted = (plan: string, body: string, adoptedOn = '2021-06-22'): Told =>
  told(plan, 'PlanAdopted', {
    body,
    adoptedOn,
    resolution: '2021-203',
    act: 'COMMUNITY_SAFETY_AND_POLICING_ACT',
  });

/** A partner undertakes something within a strategy of a plan. */
export const committed = (commitment: string, planId: string, partner: string): Told =>
  told(commitment, 'CommitmentMade', {
    planId,
    strategyId: id('strategy', 1),
    partner,
    statement: sealed('Two more outreach workers'),
  });

/** A file of observations is brought in. */
export const importBegun = (stream: string, fileName: string): Told =>
  told(stream, 'ImportBegun', {
    kind: 'OBSERVATIONS',
    fileName: sealed(fileName),
    fileHash: 'a'.repeat(64),
  });

/** It turns out well, or with rows that are rejected. */
export const importFinished = (stream: string, rejected = 0): Told =>
  told(stream, 'ImportFinished', {
    outcome: rejected === 0 ? 'WRITTEN' : 'REJECTED',
    rows: 10,
    recorded: rejected === 0 ? 10 : 0,
    corrected: 0,
    same: 0,
    rejected,
    reportHash: 'b'.repeat(64),
  });

/** A decision, by its revision in its stream, turns out to have been recorded in error. */
export const inError = (stream: string, revision: number): Told =>
  told(stream, 'DecisionRecordedInError', { revision, reason: sealed('The wrong municipality') });

const dayMs = 86_400_000;
const firstInstant = Date.parse('2024-01-02T15:00:00.000Z');

const eventOf = ({ type, data, recordedAt, effectiveOn }: Told, at: number): NewEvent => {
  const learned = recordedAt ?? new Date(firstInstant + at * dayMs).toISOString();
  return {
    id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    type,
    schemaVersion: 1,
    data,
    metadata: {
      actor: 'analyst-7',
      actingFor: 'solgen',
      recordedAt: learned,
      effectiveOn: effectiveOn ?? learned.slice(0, 10),
      correlationId: `correlation-${at}`,
      causationId: `causation-${at}`,
      idempotencyKey: `key-${at}`,
      commandHash: 'hash',
    },
  };
};

/** The events as a log holds them when it held nothing before. */
export function storedEvents(history: readonly Told[]): readonly StoredEvent[] {
  const revisions = new Map<string, number>();
  return history.map((each, at) => {
    const { stream } = each;
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    return { ...eventOf(each, at), stream, revision, position: at + 1 };
  });
}

/**
 * Appends what happened to a log, one event after another.
 * @returns the position of the last event
 */
export async function append(log: EventLog, ...history: readonly Told[]): Promise<number> {
  for (const each of history) {
    const [last] = await log.readStream(each.stream, { direction: 'backwards', limit: 1 });
    const event = eventOf(each, await log.head());
    const result = await log.append(each.stream, last?.revision ?? -1, [event]);
    if (result.outcome !== 'appended') throw new Error('somebody else appends');
  }
  return log.head();
}
