import { upcast } from '../../domain/catalogue.js';
import type { StoredEvent } from '../../domain/event.js';
import type { EventLog } from '../../domain/event-log.js';
import { foldEvents, type AnyFold } from '../../domain/fold.js';
import { categoryOf, observationStream, organizationStream } from '../../domain/identifiers.js';
import type { IndicatorDefinition } from '../../domain/indicator/events.js';
import {
  indicator,
  type DefinedIndicator,
  type IndicatorState,
} from '../../domain/indicator/state.js';
import {
  observation,
  standing,
  type ObservationContent,
  type ObservationState,
} from '../../domain/observation/state.js';
import { organization, type OrganizationState } from '../../domain/organization/state.js';
import { parsePeriod } from '../../domain/period.js';
import type { Language } from '../../domain/text.js';
import { isExpected } from '../../domain/universe.js';

/** One number that an organization is to report. */
export type ExpectedRow = {
  readonly indicator: string;
  readonly definition: IndicatorDefinition;
  readonly body: string;
  readonly period: string;
  /** What is recorded now. */
  readonly recorded: ObservationContent | undefined;
};

/** Whose numbers, for when, and of which indicators. */
export type WantedRows = {
  readonly organization: string;
  readonly period: string;
  /** Keys; all that are expected of the organization when there are none. */
  readonly indicators: readonly string[];
};

type Refused = { readonly refused: Readonly<Record<Language, string>> };

const refuse = (en: string, fr: string): Refused => ({ refused: { en, fr } });

const fold = <State>(noun: { readonly fold: unknown }, events: readonly StoredEvent[]): State =>
  foldEvents(noun.fold as AnyFold<State>, events.map(upcast));

type ReadingLog = Pick<EventLog, 'readAll' | 'readStream'>;

/** Every indicator in use. Read from the log: views may lag, and a command has none. */
async function indicatorsOf(log: ReadingLog): Promise<readonly DefinedIndicator[]> {
  const streams = new Map<string, StoredEvent[]>();
  for await (const batch of log.readAll())
    for (const event of batch) {
      if (categoryOf(event.stream) !== 'indicator') continue;
      const earlier = streams.get(event.stream) ?? [];
      streams.set(event.stream, earlier);
      earlier.push(event);
    }
  return [...streams.values()]
    .map((events) => fold<IndicatorState>(indicator, events))
    .flatMap((state) => (state.status === 'defined' ? [state] : []))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

async function recordedOf(
  log: ReadingLog,
  key: string,
  { organization: code, period }: WantedRows,
): Promise<ObservationContent | undefined> {
  const geography = { kind: 'BODY' as const, code };
  const events = await log.readStream(observationStream(key, geography));
  const state = fold<ObservationState>(observation, events);
  const content = standing(state, { geography, period, categories: [] });
  return content?.status === 'WITHDRAWN' ? undefined : content;
}

/** The numbers that an organization is to report for a period, and what is recorded of them. */
export async function expectedRows(
  log: ReadingLog,
  wanted: WantedRows,
): Promise<readonly ExpectedRow[] | Refused> {
  const { organization: code, indicators } = wanted;
  const period = parsePeriod(wanted.period);
  if (period === undefined)
    return refuse(`${wanted.period} is not a period.`, `${wanted.period} n’est pas une période.`);
  const events = await log.readStream(organizationStream(code));
  const body = fold<OrganizationState>(organization, events);
  if (body.status === 'none')
    return refuse(`No organization has the code ${code}.`, `Aucun organisme n’a le code ${code}.`);
  const known = await indicatorsOf(log);
  const expected = known.filter(
    ({ key, definition }) =>
      // What is said in words does not fit into a table of numbers.
      definition.kind !== 'QUALITATIVE' &&
      definition.periodKind === period.kind &&
      isExpected(definition.universe, body, period) &&
      (indicators.length === 0 || indicators.includes(key)),
  );
  const missing = indicators.find((key) => !expected.some((each) => each.key === key));
  const whom = { en: `of ${code} for ${period.text}`, fr: `de ${code} pour ${period.text}` };
  if (missing !== undefined)
    return refuse(
      `The indicator ${missing} is not expected ${whom.en}.`,
      `L’indicateur ${missing} n’est pas attendu ${whom.fr}.`,
    );
  if (expected.length === 0)
    return refuse(`Nothing is expected ${whom.en}.`, `Rien n’est attendu ${whom.fr}.`);
  return Promise.all(
    expected.map(async ({ key, definition }) => ({
      indicator: key,
      definition,
      body: code,
      period: period.text,
      recorded: await recordedOf(log, key, wanted),
    })),
  );
}
