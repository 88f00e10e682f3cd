import type { EventData } from '../../src/domain/catalogue.js';
import { observationStream } from '../../src/domain/identifiers.js';
import { plainText } from '../../src/domain/text.js';
import { happened, indicatorKey, periods, reporting, type Happened } from './province.js';

/** Indicators come in waves, each as large as all before it: 1, 1, 2, 4, 8 … */
export const firstOfWave = (wave: number): number => (wave === 0 ? 0 : 2 ** (wave - 1));

/** The wave an indicator belongs to. */
export const waveOf = (indicator: number): number => 32 - Math.clz32(indicator);

/** One in so many numbers is corrected in each later wave. */
const correctedOneIn = 33;

/** Which number of the province is meant, and the seed of the history it is in. */
export type Cell = {
  readonly indicator: number;
  /** Ordinal among the bodies that report. */
  readonly body: number;
  /** Ordinal among the periods. */
  readonly period: number;
  readonly seed: number;
};

const isCorrected = ({ indicator, body, period, seed }: Cell, wave: number): boolean =>
  (7 * body + 31 * period + 5 * wave + indicator + seed) % correctedOneIn === 0;

/** Corrections that a stream had in whole waves before one: at most one of each. */
function correctionsBefore(cell: Cell, wave: number): number {
  let corrections = 0;
  for (let earlier = waveOf(cell.indicator) + 1; earlier < wave; earlier++)
    for (let period = 0; period < periods.length; period++)
      if (isCorrected({ ...cell, period }, earlier)) corrections += 1;
  return corrections;
}

function content({ indicator, body, period, seed }: Cell, changed: number) {
  const mixed = (indicator * 31 + body * 151 + period * 17 + seed) % 100;
  const base = { indicatorVersion: 1, flags: mixed % 20 === 1 ? ['PARTIAL' as const] : [] };
  if (mixed === 7) return { ...base, status: 'SUPPRESSED_AT_SOURCE' as const, flags: [] };
  if (mixed === 8) return { ...base, status: 'NOT_APPLICABLE' as const, flags: [] };
  const denominator = 160 + body * 151 + indicator + period;
  const numerator = Math.floor(denominator / (3 + (mixed % 5))) + changed;
  const reported = { ...base, status: 'REPORTED' as const };
  if (indicator % 4 === 3) return { ...reported, value: String(numerator) };
  return {
    ...reported,
    value: ((100 * numerator) / denominator).toFixed(2),
    numerator: String(numerator),
    denominator: String(denominator),
  };
}

function recorded(cell: Cell, changed: number): EventData<'ObservationRecorded'> {
  const { indicator, body, period } = cell;
  const year = periods[period] as string;
  return {
    indicator: indicatorKey(indicator),
    geography: { kind: 'BODY', code: reporting[body] as string },
    period: year,
    categories: [],
    ...content(cell, changed),
    ...(indicator % 3 === 0 && { sourceReleasedOn: `${Number(year) + 1}-09-21` }),
  };
}

const reason = plainText({
  en: 'The source published another number after its yearly review.',
  fr: 'La source a publié un autre nombre après sa révision annuelle.',
});

const streamOf = ({ indicator, geography }: EventData<'ObservationRecorded'>): string =>
  observationStream(indicator, geography);

/**
 * All bodies report an indicator for a period, and here and there a number of an indicator of an
 * earlier wave is corrected, so that old places of every table are written again.
 */
export function* reports(indicator: number, period: number, seed: number): Generator<Happened> {
  const wave = waveOf(indicator);
  for (const body of reporting.keys()) {
    const data = recorded({ indicator, body, period, seed }, 0);
    yield happened(streamOf(data), period, 'ObservationRecorded', data);
    const earlier = { indicator: indicator - firstOfWave(wave), body, period, seed };
    if (indicator === 0 || !isCorrected(earlier, wave)) continue;
    const corrected = recorded(earlier, wave);
    const revision = periods.length + correctionsBefore(earlier, wave);
    const flags = [...corrected.flags, 'REVISED' as const];
    const correction = { ...corrected, flags, reason };
    yield happened(streamOf(correction), revision, 'ObservationCorrected', correction);
  }
}
