import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { observationStream, submissionStream } from '../../src/domain/identifiers.js';
import { categoriesKey } from '../../src/domain/observation/events.js';
import { reviewAmong } from '../../src/domain/submission/standing.js';
import type { AsOf, Snapshot } from '../../src/projections/read-models.js';
import {
  corrected,
  defined,
  inPlan,
  observed,
  ontario,
  registered,
  sealed,
  storedEvents,
  withdrawn,
  type Told,
} from '../support/events.js';
import { foldedViews } from '../support/folded-views.js';

const indicators = ['housing-cost-burden', 'population'] as const;
const combinations = [[], [{ dimension: 'age', category: '0-17' }]] as const;
const bodies = [ontario.hamilton, ontario.peel];
const period = '2021';
const text = sealed('As it stands');

type Move = { readonly kind: string; readonly body: string; readonly at: number };
const moves = fc.array(
  fc.record({
    kind: fc.constantFrom('number', 'number', 'number', 'withdraw', 'file', 'accept', 'reopen'),
    body: fc.constantFrom(...bodies),
    at: fc.nat({ max: 3 }),
  }),
  { minLength: 4, maxLength: 30 },
);

/** The versions of a body's numbers as they stand in the log. */
function standingCells(body: string, history: readonly Told[]) {
  return indicators.flatMap((indicator) => {
    const stream = observationStream(indicator, { kind: 'BODY', code: body });
    const events = storedEvents(history).filter((event) => event.stream === stream);
    return combinations.flatMap((categories) => {
      const isMeant = (said: unknown): boolean =>
        JSON.stringify(said) === JSON.stringify(categories);
      const last = events.findLast(({ data }) => isMeant(data['categories']));
      return last ? [{ indicator, categories: [...categories], revision: last.revision }] : [];
    });
  });
}

function next({ kind, body, at }: Move, history: readonly Told[]): Told | undefined {
  const cells = standingCells(body, history);
  const stream = submissionStream(`cycle-${period}`, body);
  const of = { period, body };
  // Of some reports a part is accepted, or the numbers of one indicator alone.
  const spoken = at === 0 ? cells.slice(0, 1) : cells;
  if (kind !== 'number' && spoken.length === 0) return undefined;
  const filed = { ...of, cells: spoken, reported: spoken.length, attestation: text };
  if (kind === 'file') return inPlan(stream, 'SubmissionFiled', filed);
  if (kind === 'accept') return inPlan(stream, 'SubmissionAccepted', { ...of, cells: spoken });
  if (kind === 'reopen') return inPlan(stream, 'SubmissionReopened', { ...of, reason: text });
  const indicator = indicators[at % 2] as (typeof indicators)[number];
  const categories = [...(combinations[at >> 1] ?? [])];
  const isKnown = cells.some(
    (cell) =>
      cell.indicator === indicator && categoriesKey(cell.categories) === categoriesKey(categories),
  );
  if (kind === 'withdraw')
    return isKnown ? withdrawn(indicator, body, period, { categories }) : undefined;
  const content = { categories, numerator: '1', denominator: '4' };
  const tell = isKnown ? corrected : observed;
  return tell(indicator, body, period, content);
}

const roster = [
  ...bodies.map((code) => registered(code, `Body ${code}`)),
  ...indicators.map((key) => defined(key)),
];
const histories = moves.map((chosen): readonly Told[] => {
  const history: Told[] = [...roster];
  for (const move of chosen) {
    const told = next(move, history);
    if (told !== undefined) history.push(told);
  }
  return history;
});

type Combination = readonly [indicator: string, key: string];

/** The reviews as they are counted for the province. */
async function quick(snapshot: Snapshot, [indicator, key]: Combination, asOf: AsOf) {
  const accepted = await snapshot.acceptedCells(period, asOf);
  const reported = await snapshot.reportedRevisions(indicator, period, key, asOf);
  return [...reported].map(([body, revision]) => {
    const cell = { indicator, name: `${indicator} ${key}`, revision };
    return `${body} ${reviewAmong(accepted.get(body), cell)}`;
  });
}

/** The same, cell by cell out of every number and every whole submission. */
async function plain(snapshot: Snapshot, [indicator, key]: Combination, asOf: AsOf) {
  const cells = await snapshot.reportedCells(indicator, period, undefined, asOf);
  const filings = await snapshot.submissions({ period }, asOf);
  const reported = cells.filter(({ status, categories }) => {
    return status === 'REPORTED' && categories === key;
  });
  return reported.map(({ geography, revision }) => {
    const filing = filings.find(({ body }) => body === geography)?.document;
    if (filing?.status !== 'accepted') return `${geography} PENDING`;
    const spoken = filing.cells.filter((cell) => cell.indicator === indicator);
    if (spoken.length === 0) return `${geography} NONE`;
    const isAccepted = spoken.some(
      (cell) => cell.revision === revision && categoriesKey(cell.categories) === key,
    );
    return `${geography} ${isAccepted ? 'ACCEPTED' : 'PENDING'}`;
  });
}

test('reviews counted at once are those of each number and its submission, in any past', async () => {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const events = storedEvents(history);
      const { snapshot } = foldedViews(events, () => 7);
      for (let position = roster.length; position <= events.length; position++)
        for (const indicator of indicators)
          for (const choice of combinations) {
            const combination = [indicator, categoriesKey(choice)] as const;
            const counted = (await quick(snapshot, combination, { position })).toSorted();
            const expected = await plain(snapshot, combination, { position });
            expect(counted).toEqual(expected.toSorted());
            for (const each of expected) met.add(each.split(' ').at(-1) ?? '');
          }
    }),
    { numRuns: 60 },
  );
  // The histories hold every kind of review: otherwise nothing was compared.
  expect(met).toEqual(new Set(['PENDING', 'NONE', 'ACCEPTED']));
});
