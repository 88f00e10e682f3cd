import type { Surroundings } from '../command.js';
import { expectedOf } from '../cycle/expectation.js';
import type { OpenedCycle } from '../cycle/state.js';
import { indicatorStream, observationStream, organizationStream } from '../identifiers.js';
import type { IndicatorDefinition } from '../indicator/events.js';
import { indicator } from '../indicator/state.js';
import type { ObservationStatus } from '../observation/events.js';
import { observation, standingIn } from '../observation/state.js';
import { organization } from '../organization/state.js';
import type { CellVersion } from './standing.js';

/** A number of a report as it stands. */
export type ReportCell = CellVersion & { readonly status: ObservationStatus };

/** What a body has reported of what its cycle expects. */
export type Report = {
  /** Keys of the indicators expected; none when the cycle asks the body for nothing. */
  readonly expected: readonly string[];
  /** Every number there is of them, and of those submitted before, breakdowns included. */
  readonly cells: readonly ReportCell[];
};

/** Keys of the expected indicators whose total is not said, or was taken back. */
export const missingIn = ({ expected, cells }: Report): readonly string[] =>
  expected.filter(
    (key) =>
      !cells.some(
        (cell) =>
          cell.indicator === key && cell.categories.length === 0 && cell.status !== 'WITHDRAWN',
      ),
  );

/** The numbers of some indicators that stand for a body and period. */
export async function readCells(
  indicators: readonly string[],
  body: string,
  period: string,
  around: Surroundings,
): Promise<readonly ReportCell[]> {
  const found = indicators.map(async (key) => {
    const stream = observationStream(key, { kind: 'BODY', code: body });
    const { state } = await around.read(observation, stream);
    return standingIn(state, period).map((entry) => ({
      indicator: key,
      categories: entry.key.categories,
      revision: entry.revision,
      status: entry.content.status,
    }));
  });
  return (await Promise.all(found)).flat();
}

/**
 * The report of a body as its streams tell it, never a view.
 * @param scope indicators that an earlier submission speaks of, whatever is expected now
 */
export async function readReport(
  cycle: OpenedCycle,
  body: string,
  scope: Iterable<string>,
  around: Surroundings,
): Promise<Report> {
  const { state: member } = await around.read(organization, organizationStream(body));
  if (member.status === 'none') return { expected: [], cells: [] };
  const definitions = new Map<string, IndicatorDefinition>();
  for (const { indicator: key } of cycle.expectations) {
    const { state } = await around.read(indicator, indicatorStream(key));
    if (state.status === 'defined') definitions.set(key, state.definition);
  }
  const expected = expectedOf(cycle, member, (key) => definitions.get(key));
  const indicators = [...new Set([...expected, ...scope])];
  return { expected, cells: await readCells(indicators, body, cycle.period, around) };
}
