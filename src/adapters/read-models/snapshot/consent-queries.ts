import { consentTable, type ConsentRow } from '../../../projections/consent/view.js';
import type { Snapshot } from '../../../projections/read-models.js';
import { rowCodec } from '../rows/row-codec.js';
import { columnList } from '../rows/view-schema.js';
import type { SnapshotSource } from './reading.js';

const columns = columnList(consentTable);
const { decode } = rowCodec(consentTable);

/** What First Nations consent to, as the rows stand: never as of a past. */
export const consentQueries = ({ reading }: SnapshotSource): Pick<Snapshot, 'consents'> => ({
  async consents() {
    const rows = await reading.all(`SELECT ${columns} FROM ${consentTable.name}`, {});
    const decoded = rows.map(decode) as readonly unknown[] as readonly ConsentRow[];
    return new Map(decoded.map(({ firstNation, grants }) => [firstNation, grants]));
  },
});
