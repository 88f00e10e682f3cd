import { recordedInError } from '../../src/domain/fold.js';
import type { StoredEvent } from '../../src/domain/event.js';

type Known = ReadonlyMap<string, readonly StoredEvent[]>;

/** Events of each stream up to a position that stand: a reader's own copy of the log. */
export function standingEvents(events: readonly StoredEvent[], position: number): Known {
  const streams = Map.groupBy(
    events.filter((event) => event.position <= position),
    ({ stream }) => stream,
  );
  return new Map(
    [...streams].map(([stream, own]) => {
      const marked = recordedInError(own);
      return [stream, own.filter(({ revision }) => !marked.has(revision))];
    }),
  );
}

type Town = { readonly people: number; readonly from: string; readonly to: string };

function townOf(code: string, known: Known): Town | undefined {
  const own = known.get(`organization-${code}`) ?? [];
  const last = (type: string) => own.findLast((event) => event.type === type)?.data;
  const registered = last('OrganizationRegistered');
  return (
    registered && {
      people: Number(last('PopulationCounted')?.['population'] ?? 0),
      from: String(registered['existsFrom'] ?? ''),
      to: String(last('OrganizationSucceeded')?.['endedOn'] ?? '9999'),
    }
  );
}

/** Versions of an indicator before which its series broke. */
function breaksOf(key: string, known: Known): readonly number[] {
  const own = (known.get(`indicator-${key}`) ?? []).filter(({ type }) =>
    /^Indicator(Defined|Revised)$/.test(type),
  );
  return own.flatMap(({ data }, at) => (data['comparability'] === 'BREAK' ? [at + 1] : []));
}

/** Sums as somebody with pencil and paper makes them: numbers as scaled whole numbers. */
export type PencilSums = {
  readonly reporting: number;
  readonly suppressedAtSource: number;
  readonly notApplicable: number;
  readonly withdrawn: number;
  readonly provisional: number;
  readonly populationReporting: number;
  readonly populationNotApplicable: number;
  readonly value: bigint;
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly histogram: readonly bigint[];
};

const places = 5;

/** A decimal of at most five places as a whole number of its hundred-thousandths. */
export function scaled(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(places, '0')}`);
}

type Report = { readonly data: StoredEvent['data']; readonly town: Town; readonly status: string };

function sumsOf(reports: readonly Report[]): PencilSums {
  const of = (status: string) => reports.filter((report) => report.status === status);
  const said = of('REPORTED');
  const total = (field: string) =>
    said.reduce((sum, { data }) => sum + scaled(String(data[field] ?? '0')), 0n);
  const people = (some: readonly Report[]) => some.reduce((sum, { town }) => sum + town.people, 0);
  const buckets = said.map(({ data }) => (data['histogram'] ?? []) as readonly string[]);
  const most = Math.max(0, ...buckets.map(({ length }) => length));
  return {
    reporting: said.length,
    suppressedAtSource: of('SUPPRESSED_AT_SOURCE').length,
    notApplicable: of('NOT_APPLICABLE').length,
    withdrawn: of('WITHDRAWN').length,
    provisional: said.filter(({ data }) => String(data['flags']).includes('PROVISIONAL')).length,
    populationReporting: people(said),
    populationNotApplicable: people(of('NOT_APPLICABLE')),
    value: total('value'),
    numerator: total('numerator'),
    denominator: total('denominator'),
    histogram: Array.from({ length: most }, (_, at) =>
      buckets.reduce((sum, counts) => sum + scaled(counts[at] ?? '0'), 0n),
    ),
  };
}

/** What was last said of a period in each stream of an indicator, of towns there at its end. */
function reportsOf(
  key: string,
  period: string,
  known: Known,
): readonly (readonly [number, Report])[] {
  const breaks = breaksOf(key, known);
  return [...known].flatMap(([stream, own]) => {
    const [named, code = ''] = stream.split('.');
    if (named !== `observation-${key}`) return [];
    const numbers = own.filter(({ type }) => type.startsWith('Observation'));
    const last = numbers.findLastIndex(({ data }) => data['period'] === period);
    const town = townOf(code, known);
    const event = numbers[last];
    const day = `${period}-12-31`;
    if (event === undefined || town === undefined || town.from > day || town.to <= day) return [];
    const isWithdrawn = event.type === 'ObservationWithdrawn';
    // A withdrawal is one of the number before it, and of its definition.
    const before = numbers.findLast(
      ({ type, data }, at) =>
        at <= last && type !== 'ObservationWithdrawn' && data['period'] === period,
    );
    const version = Number(before?.data['indicatorVersion'] ?? 1);
    const epoch = breaks.filter((first) => first <= version).length;
    const status = isWithdrawn ? 'WITHDRAWN' : String(event.data['status']);
    return [[epoch, { data: event.data, town, status }] as const];
  });
}

/** Sums of each definition between two breaks, by its number. */
export function pencilSums(
  key: string,
  period: string,
  known: Known,
): ReadonlyMap<number, PencilSums> {
  const byEpoch = Map.groupBy(reportsOf(key, period, known), ([epoch]) => epoch);
  return new Map(
    [...byEpoch].map(([epoch, made]) => [epoch, sumsOf(made.map(([, report]) => report))]),
  );
}
