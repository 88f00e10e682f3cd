import type { PlanRegisterRow } from '../../../projections/plan-register/view.js';
import type { AsOf, PlanFilter, Snapshot } from '../../../projections/read-models.js';
import { standing, type QueryValues, type SnapshotSource } from './reading.js';

const matches = `(:status IS NULL OR status = :status)
  AND (:body IS NULL OR replace(bodies, ' ' || :body || ' ', '') <> bodies)`;

const valuesOf = ({ status, body }: PlanFilter, { position }: AsOf): QueryValues => ({
  status: status ?? null,
  body: body ?? null,
  position,
});

/** The register of plans as of a position. */
export const registerQueries = (
  source: SnapshotSource,
): Pick<Snapshot, 'planRegister' | 'countPlans'> => ({
  async planRegister(filter, { after = '', limit }, asOf) {
    const sql = `SELECT plan, status, bodies FROM plan_register
      WHERE plan > :after AND ${matches} AND ${standing(source, asOf)}
      ORDER BY plan LIMIT :limit`;
    const values = { ...valuesOf(filter, asOf), after, limit };
    const rows: readonly unknown[] = await source.reading.all(sql, values);
    return rows as readonly PlanRegisterRow[];
  },
  async countPlans(filter, asOf) {
    const sql = `SELECT count(*) AS plans FROM plan_register
      WHERE ${matches} AND ${standing(source, asOf)}`;
    const [row] = await source.reading.all(sql, valuesOf(filter, asOf));
    return row?.['plans'] as number;
  },
});
