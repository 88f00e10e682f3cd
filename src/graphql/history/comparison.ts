import { divide, isZero, round } from '../../domain/decimal.js';
import { isNumeric, noDifference } from '../../domain/indicator/difference.js';
import { ranksOf, spreadOf } from '../../domain/indicator/distribution.js';
import type { ObservationRow } from '../../projections/observations/view.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { mayReadNumbers } from '../authorization.js';
import { buildOrganization } from '../organization/organization.build.js';
import { numbersOf, type Numbers } from '../outcome/observed-value.js';
import type { ProvinceOutcome } from '../outcome/province-outcome.object.js';
import { readProvinceOutcome } from '../outcome/province-outcome.js';
import { ontario, type Question } from '../outcome/question.js';
import { readBodyReports, readExpected } from '../outcome/body-reports.js';
import { readOrganizations, type Roster } from '../roster.js';
import { compared } from './compared.js';
import type { ComparedBody, OutcomeComparison, PeerBodies } from './comparison.object.js';
import { valuesOf } from './distribution.js';
import { commonEpoch, isOfEpoch } from './one-definition.js';
import { peersOf, type PeerGroup, type Peers } from './peers.js';
import { readPrevious } from './previous.js';

/** Everything a comparison is made of, read once. */
type Known = {
  readonly question: Question;
  readonly reading: Reading;
  readonly organizations: Roster['organizations'];
  readonly reports: ReadonlyMap<string, ObservationRow>;
  readonly province: ProvinceOutcome;
};

type Ranks = { readonly among: number; readonly rankOf: (code: string) => number | null };

/** Ranks among bodies that have a value; undefined where no direction is better, or none may. */
function ranksAmong(codes: readonly string[], { question, reports, reading }: Known): Ranks | null {
  const { indicator } = question;
  const { direction } = indicator;
  if (direction === 'NONE' || !mayReadNumbers(reading.context.caller, indicator)) return null;
  const rows = codes.map((code) => reports.get(code));
  const epoch = commonEpoch(rows, indicator);
  const valued = codes.flatMap((code) => {
    const row = reports.get(code);
    const { value } = numbersOf(row, indicator, true);
    if (row === undefined || value === null) return [];
    return isOfEpoch(row, epoch, indicator) ? [{ code, value }] : [];
  });
  const values = valued.map(({ value }) => value);
  const ranks = ranksOf(values, direction);
  const rankOf = new Map(valued.map(({ code }, at) => [code, ranks[at] ?? null]));
  return { among: valued.length, rankOf: (code) => rankOf.get(code) ?? null };
}

function ratioTo(province: ProvinceOutcome, { value }: Numbers, indicator: IndicatorRow) {
  if (value === null || province.value === null || !isNumeric(indicator)) return null;
  return isZero(province.value) ? null : round(divide(value, province.value), 4);
}

/** What a body reads beside the province; nothing across a break of the definition. */
function besideProvince(
  { province, question: { indicator } }: Known,
  row: ObservationRow | undefined,
  numbers: Numbers,
): Pick<ComparedBody, 'toProvince' | 'provinceRatio'> {
  const isBroken = row !== undefined && !isOfEpoch(row, province.epoch, indicator);
  const isPart = indicator.overSpace === 'SUM' && province.value !== null && numbers.value !== null;
  return {
    toProvince:
      isPart && !isBroken
        ? noDifference('PART_OF_TOTAL')
        : compared(province, numbers, indicator, isBroken),
    provinceRatio: isBroken ? null : ratioTo(province, numbers, indicator),
  };
}

async function rowOf(code: string, ranks: Ranks | null, known: Known): Promise<ComparedBody> {
  const { question, reading, organizations, reports } = known;
  const { indicator } = question;
  const row = reports.get(code);
  const mayRead = mayReadNumbers(reading.context.caller, indicator, code);
  const numbers = numbersOf(row, indicator, mayRead);
  const previous = row && mayRead ? await readPrevious(question, code, row, reading) : undefined;
  const { value, absence } = numbers;
  const before = previous?.numbers ?? { value: null, absence };
  return {
    organization: buildOrganization(code, organizations),
    status: row?.status ?? 'NOT_REPORTED',
    value,
    absence,
    flags: row?.flags ?? [],
    rank: ranks?.rankOf(code) ?? null,
    ...besideProvince(known, row, numbers),
    previous: previous?.numbers.value
      ? { period: previous.period, value: previous.numbers.value }
      : null,
    sincePrevious: compared(before, numbers, indicator, previous?.isBroken ?? false),
  };
}

function buildPeers({ group, tier, band, bodies }: Peers, known: Known): PeerBodies {
  const { question, reports, organizations, reading } = known;
  const { indicator } = question;
  const codes = bodies.map(({ code }) => code).toSorted();
  const values = valuesOf(
    codes.map((code) => reports.get(code)),
    indicator,
  );
  const isReadable = mayReadNumbers(reading.context.caller, indicator);
  const spread = isReadable && isNumeric(indicator) ? spreadOf(values, indicator.decimals) : null;
  const unsaid = isNumeric(indicator) ? 'NO_REPORTS' : 'NOT_AGGREGATABLE';
  return {
    group,
    tier,
    band,
    organizations: codes.map((code) => buildOrganization(code, organizations)),
    reporting: values.length,
    spread: spread ?? null,
    absence: isReadable ? (spread ? null : unsaid) : 'NOT_RELEASED',
  };
}

/** Bodies side by side, with their peers when a group is named. */
export async function readComparison(
  question: Question,
  codes: readonly string[],
  group: PeerGroup | undefined,
  reading: Reading,
): Promise<Omit<OutcomeComparison, 'indicator' | 'period' | 'categories' | 'asOf'>> {
  const [organizations, expected, reports, province] = await Promise.all([
    readOrganizations(reading),
    readExpected(question, reading),
    readBodyReports(question, reading),
    readProvinceOutcome(question, ontario, 'BEST', reading),
  ]);
  const known = { question, reading, organizations, reports, province };
  const first = organizations.get(codes[0] ?? '');
  const peers = group && first && peersOf(first, group, expected);
  const others = peers?.bodies.map(({ code }) => code) ?? [];
  const ranks = ranksAmong([...new Set([...codes, ...others])], known);
  return {
    provinceValue: province.value,
    provinceAbsence: province.absence,
    provinceBasis: province.basis,
    rows: await Promise.all(codes.map((code) => rowOf(code, ranks, known))),
    peers: peers ? buildPeers(peers, known) : null,
    rankedBodies: ranks?.among ?? null,
  };
}
