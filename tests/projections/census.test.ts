import { expect, test } from '@jest/globals';
import { counted, defined, observed, registered, storedEvents } from '../support/events.js';
import { growingViews } from '../support/folded-views.js';

const bodies = Array.from({ length: 40 }, (_, at) => String(3_500_001 + at));
const indicators = ['housing-cost-burden', 'population'];
const periods = ['2016', '2021'];

const reported = [
  ...bodies.flatMap((code, at) => [
    registered(code, `Municipality ${at}`),
    counted(code, 1_000 + at),
  ]),
  ...indicators.map((indicator) => defined(indicator)),
  // The last body reports for no period.
  ...indicators.flatMap((indicator) =>
    periods.flatMap((period) =>
      bodies.slice(0, -1).map((body, at) =>
        observed(indicator, body, period, {
          value: '25',
          numerator: `${at}`,
          denominator: `${4 * at}`,
        }),
      ),
    ),
  ),
];
const census = bodies.map((code, at) => counted(code, 2_000 + 3 * at));
const events = storedEvents([...reported, ...census]);

/** Persons in the bodies that report, as stored, by indicator and period. */
function populations(batchSize: number): readonly unknown[] {
  const views = growingViews(events);
  views.foldTo(reported.length, () => 50);
  views.foldTo(events.length, () => batchSize);
  const sql = `SELECT indicator, period, epochs ->> '$[0].populationReporting' AS persons
    FROM province_outcome ORDER BY indicator, period`;
  return views.db.prepare(sql).all();
}

test('a census weighs every number of the province anew, counted together or body by body', () => {
  const reporting = census.slice(0, -1).reduce((sum, _, at) => sum + 2_000 + 3 * at, 0);
  const expected = indicators.flatMap((indicator) =>
    periods.map((period) => ({ indicator, period, persons: reporting })),
  );
  for (const batchSize of [census.length, 7, 1])
    expect(populations(batchSize).map((row) => ({ ...(row as object) }))).toEqual(expected);
});
