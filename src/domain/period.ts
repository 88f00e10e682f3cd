import { isCivilDate, lastDayOfMonth, type CivilDate } from './civil-date.js';

/**
 * Kinds of period. A fiscal year runs April to March, a school year September to August, a
 * rolling period is an inclusive range of years that is published as one and never summed.
 */
export const periodKinds = [
  'YEAR',
  'QUARTER',
  'MONTH',
  'DAY',
  'FISCAL_YEAR',
  'SCHOOL_YEAR',
  'ROLLING_YEARS',
] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** What an observation measures: "2021", "2024-Q3", "2024-07", "FY2024", "2021/2023" … */
export type Period = {
  readonly text: string;
  readonly kind: PeriodKind;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
};

type Form = {
  readonly kind: PeriodKind;
  readonly pattern: RegExp;
  readonly days: (parts: readonly string[]) => readonly [CivilDate, CivilDate] | undefined;
};

const month = (number: number): string => String(number).padStart(2, '0');

function monthsOf(year: number, first: number, count: number): readonly [CivilDate, CivilDate] {
  return [`${year}-${month(first)}-01`, lastDayOfMonth(year, first + count - 1)];
}

const forms: readonly Form[] = [
  { kind: 'YEAR', pattern: /^(\d{4})$/, days: ([year]) => [`${year}-01-01`, `${year}-12-31`] },
  {
    kind: 'QUARTER',
    pattern: /^(\d{4})-Q([1-4])$/,
    days: ([year, quarter]) => monthsOf(Number(year), Number(quarter) * 3 - 2, 3),
  },
  {
    kind: 'MONTH',
    pattern: /^(\d{4})-(0[1-9]|1[0-2])$/,
    days: ([year, number]) => monthsOf(Number(year), Number(number), 1),
  },
  {
    kind: 'DAY',
    pattern: /^(\d{4}-\d{2}-\d{2})$/,
    days: ([day = '']) => (isCivilDate(day) ? [day, day] : undefined),
  },
  {
    kind: 'FISCAL_YEAR',
    pattern: /^FY(\d{4})$/,
    days: ([year]) => [`${year}-04-01`, `${Number(year) + 1}-03-31`],
  },
  {
    kind: 'SCHOOL_YEAR',
    pattern: /^SY(\d{4})$/,
    days: ([year]) => [`${year}-09-01`, `${Number(year) + 1}-08-31`],
  },
  {
    kind: 'ROLLING_YEARS',
    pattern: /^(\d{4})\/(\d{4})$/,
    days: ([from = '', to = '']) => (from < to ? [`${from}-01-01`, `${to}-12-31`] : undefined),
  },
];

function parse(text: string): Period | undefined {
  for (const { kind, pattern, days } of forms) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const range = days(match.slice(1));
    if (range === undefined || !range.every(isCivilDate)) return undefined;
    return { text, kind, firstDay: range[0], lastDay: range[1] };
  }
  return undefined;
}

/** Texts remembered at most; a file of observations says the same few again and again. */
const rememberedMax = 1_000;
const remembered = new Map<string, Period | undefined>();

/** Reads a period; undefined unless it is one of the forms, between 1900 and 2200. */
export function parsePeriod(text: string): Period | undefined {
  if (remembered.has(text)) return remembered.get(text);
  const period = parse(text);
  if (remembered.size === rememberedMax) remembered.clear();
  remembered.set(text, period);
  return period;
}

/** A period known to be well-formed, such as one from an event. @throws on any other text */
export function periodOf(text: string): Period {
  const period = parsePeriod(text);
  if (period === undefined) throw new Error(`not a period: ${text.slice(0, 100)}`);
  return period;
}

/** Text that orders periods: by first day, then the shorter first, then by kind. */
export const periodSortKey = (period: Period): string =>
  `${period.firstDay} ${period.lastDay} ${periodKinds.indexOf(period.kind)}`;

/** Negative, zero or positive as a sorts before, with or after b: a total order of periods. */
export function comparePeriods(a: Period, b: Period): number {
  const [keyA, keyB] = [periodSortKey(a), periodSortKey(b)];
  if (keyA === keyB) return 0;
  return keyA < keyB ? -1 : 1;
}

const monthsWithin = ({ firstDay, lastDay }: Period): readonly string[] => {
  const months: string[] = [];
  let [year, number] = firstDay.split('-').map(Number) as [number, number];
  for (let text = firstDay.slice(0, 7); text <= lastDay; text = `${year}-${month(number)}`) {
    months.push(text);
    [year, number] = number === 12 ? [year + 1, 1] : [year, number + 1];
  }
  return months;
};

/** Quarters of three months each; undefined where the months do not begin with a quarter. */
function quartersOf(months: readonly string[]): readonly string[] | undefined {
  const first = Number(months[0]?.slice(5));
  if (first % 3 !== 1 || months.length % 3 !== 0) return undefined;
  return months
    .filter((_, at) => at % 3 === 0)
    .map((text) => `${text.slice(0, 4)}-Q${(Number(text.slice(5)) + 2) / 3}`);
}

const divisible: readonly PeriodKind[] = ['YEAR', 'QUARTER', 'FISCAL_YEAR', 'SCHOOL_YEAR'];

/**
 * The periods of a kind that make up a period, each of its days in one of them; undefined where
 * there are none: calendar, fiscal and school years never make up one another, and rolling
 * periods share their years. Fiscal years are made of quarters, school years only of months.
 */
export function partsOf(period: Period, kind: PeriodKind): readonly Period[] | undefined {
  if (kind === period.kind) return [period];
  if (!divisible.includes(period.kind)) return undefined;
  const months = monthsWithin(period);
  if (kind === 'MONTH') return months.map(periodOf);
  return kind === 'QUARTER' ? quartersOf(months)?.map(periodOf) : undefined;
}

/** True when every day of the inner period lies in the outer one. */
export const contains = (outer: Period, inner: Period): boolean =>
  outer.firstDay <= inner.firstDay && inner.lastDay <= outer.lastDay;
