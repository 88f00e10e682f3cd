import type { Snapshot, TimelineEntry } from '../../../projections/read-models.js';
import { stoodAt, type SnapshotSource } from './reading.js';

const timelineSql = `SELECT subject, position, stream, revision,
    EXISTS (
      SELECT 1 FROM recorded_in_error AS mark
      WHERE mark.stream = timeline.stream AND mark.revision = timeline.revision AND ${stoodAt}
    ) AS recordedInError
  FROM timeline
  WHERE subject = :subject AND position > :after AND position <= :position
  ORDER BY position LIMIT :limit`;

/** Histories as of a position. */
export const timelineQueries = ({
  reading,
  history,
}: SnapshotSource): Pick<Snapshot, 'timeline' | 'streamHistory'> => ({
  async timeline(subject, { after, limit }, { position }) {
    const rows = await reading.all(timelineSql, { subject, after, limit, position });
    return rows.map(
      ({ recordedInError, ...row }) =>
        ({ ...row, recordedInError: recordedInError === 1 }) as TimelineEntry,
    );
  },
  streamHistory: (stream, { position }) => history(stream, position),
});
