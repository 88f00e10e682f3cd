import type { Snapshot } from '../../../projections/read-models.js';
import { storyTable, type StoryRow } from '../../../projections/stories/view.js';
import { rowCodec } from '../rows/row-codec.js';
import { columnList } from '../rows/view-schema.js';
import { standing, stoodAt, type SnapshotSource } from './reading.js';

const columns = columnList(storyTable);
const { decode } = rowCodec(storyTable);

const about = `indicator = :indicator AND geography = :geography AND geographyKind = :kind`;

/** Told by a day, the last version of each that does not stand in error. */
const knownBy = `SELECT ${columns} FROM (
    SELECT *, row_number() OVER (PARTITION BY period ORDER BY since DESC) AS age
    FROM story WHERE ${about} AND +since <= :position AND knownOn <= :day AND NOT EXISTS (
      SELECT 1 FROM recorded_in_error AS mark
      WHERE mark.stream = story.stream AND mark.revision = story.revision AND ${stoodAt}
    )
  ) WHERE age = 1 ORDER BY periodSort`;

/** Stories as of a position, or as they were told by a day. */
export const storyQueries = (source: SnapshotSource): Pick<Snapshot, 'stories'> => ({
  async stories(indicator, { kind, code }, asOf) {
    const { position, sourceReleasedOn: day } = asOf;
    const sql =
      day === undefined
        ? `SELECT ${columns} FROM story WHERE ${about} AND ${standing(source, asOf)}
            ORDER BY periodSort`
        : knownBy;
    const values = { indicator, kind, geography: code, position, day: day ?? null };
    const rows = await source.reading.all(sql, values);
    return rows.map(decode) as readonly unknown[] as readonly StoryRow[];
  },
});
