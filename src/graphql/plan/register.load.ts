import type { PlanRegisterRow } from '../../projections/plan-register/view.js';
import type { PlanFilter } from '../../projections/read-models.js';
import type { Reading } from '../as-of.js';
import { readVisibility } from '../consent/visibility.js';
import type { Page } from '../page.js';

/** More plans than there are bodies in the province. */
const plansMax = 10_000;

/** All rows of the register that the caller may see, by plan id. */
export async function readWholeRegister(
  filter: PlanFilter,
  reading: Reading,
): Promise<readonly PlanRegisterRow[]> {
  const { snapshot, asOf, context } = reading;
  context.tags.add('plans');
  const { withheldFromPlans: withheld } = await readVisibility(reading);
  if (filter.body !== undefined && withheld.has(filter.body)) return [];
  const rows = await snapshot.planRegister(filter, { limit: plansMax }, asOf);
  if (withheld.size === 0) return rows;
  return rows.filter(
    ({ bodies }) =>
      !bodies
        .trim()
        .split(' ')
        .every((body) => withheld.has(body)),
  );
}

/** Rows of a page, one more than it holds, and how many there are in all. */
export async function readRegister(
  filter: PlanFilter,
  { reading, first, after }: Page,
): Promise<{ readonly rows: readonly PlanRegisterRow[]; readonly totalCount: number }> {
  const { snapshot, asOf, context } = reading;
  const { withheldFromPlans } = await readVisibility(reading);
  if (withheldFromPlans.size > 0) {
    // What may not be seen is not counted either, so the whole register is looked through.
    const all = await readWholeRegister(filter, reading);
    const rest = after === undefined ? all : all.filter(({ plan }) => plan > after);
    return { rows: rest.slice(0, first + 1), totalCount: all.length };
  }
  context.tags.add('plans');
  const from = after === undefined ? {} : { after };
  const [rows, totalCount] = await Promise.all([
    snapshot.planRegister(filter, { ...from, limit: first + 1 }, asOf),
    snapshot.countPlans(filter, asOf),
  ]);
  return { rows, totalCount };
}
