import {
  commitmentFold,
  measureFold,
  planFold,
  type DocumentFold,
} from '../../../projections/current-plan/folds.js';
import { documentAfter } from '../../../projections/current-plan/project.js';
import {
  commitmentTable,
  measureTable,
  planTable,
  type DocumentRow,
} from '../../../projections/current-plan/view.js';
import type { Table } from '../../../projections/projection.js';
import type { AsOf, Snapshot } from '../../../projections/read-models.js';
import { isCurrent, type QueryRow, type SnapshotSource } from './reading.js';

/** Documents of one kind, as they stand or as they stood. */
type Documents<Document> = {
  find(id: string, asOf: AsOf): Promise<Document | undefined>;
  ofPlan(plan: string, asOf: AsOf): Promise<readonly Document[]>;
};

function documentsOf<Document>(
  source: SnapshotSource,
  { name }: Table<DocumentRow<Document>>,
  fold: DocumentFold<Document>,
): Documents<Document> {
  const select = (condition: string): string =>
    `SELECT id, document FROM ${name} WHERE ${condition} AND firstPosition <= :position`;
  const byId = select('id = :id');
  const byPlan = `${select('plan = :plan')} ORDER BY firstPosition`;

  const documents = async (rows: readonly QueryRow[], asOf: AsOf): Promise<readonly Document[]> => {
    const found = isCurrent(source, asOf)
      ? rows.map(({ document }) => document && (JSON.parse(document as string) as Document))
      : await Promise.all(rows.map(({ id }) => documentAt(id as string, asOf)));
    return found.filter((document) => document !== undefined && document !== null) as Document[];
  };
  const documentAt = async (id: string, { position }: AsOf): Promise<Document | undefined> =>
    documentAfter(fold, await source.history(id, position));

  return {
    async find(id, asOf) {
      const rows = await source.reading.all(byId, { id, position: asOf.position });
      return (await documents(rows, asOf))[0];
    },
    ofPlan: async (plan, asOf) =>
      documents(await source.reading.all(byPlan, { plan, position: asOf.position }), asOf),
  };
}

/** Plans, commitments and measures as of a position; a past one is folded from the log. */
export function planQueries(
  source: SnapshotSource,
): Pick<Snapshot, 'plan' | 'commitment' | 'measure'> {
  const plans = documentsOf(source, planTable, planFold);
  const commitments = documentsOf(source, commitmentTable, commitmentFold);
  const measures = documentsOf(source, measureTable, measureFold);
  return {
    async plan(id, asOf) {
      const [plan, ofPlan, measuresOfPlan] = await Promise.all([
        plans.find(id, asOf),
        commitments.ofPlan(id, asOf),
        measures.ofPlan(id, asOf),
      ]);
      return plan && { plan, commitments: ofPlan, measures: measuresOfPlan };
    },
    commitment: commitments.find,
    measure: measures.find,
  };
}
