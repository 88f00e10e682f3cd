import { firstOfWave, reports } from './observations.js';
import { planYear } from './plans.js';
import { definition, periods, roster, type Happened } from './province.js';

/**
 * A province that reports and plans, without end and without keeping any of it. Indicators come
 * in waves that double; a wave is reported year by year, all bodies of one indicator after
 * another, beside a plan of each indicator and corrections of what earlier waves reported. A
 * longer history has more indicators and plans, but no stream and no answer grows with it.
 * @param seed the same seed tells the same history
 */
export function* provinceHistory(seed: number): Generator<Happened, void> {
  yield* roster();
  for (let wave = 0; ; wave++) {
    const [first, end] = [firstOfWave(wave), firstOfWave(wave + 1)];
    for (let indicator = first; indicator < end; indicator++) yield definition(indicator);
    for (const period of periods.keys())
      for (let indicator = first; indicator < end; indicator++) {
        yield* reports(indicator, period, seed);
        yield* planYear(indicator, period);
      }
  }
}
