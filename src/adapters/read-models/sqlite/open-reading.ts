import { readingOf, type DirectReading } from '../rows/reading-of.js';
import { openForReading } from './views-file.js';

/** A connection that reads, one transaction at a time. */
export type OpenReading = DirectReading & {
  /** Opens a transaction and gives the position of the views in it. */
  begin(): number;
  /** Ends the transaction; false when that failed and the connection is closed. */
  end(): boolean;
  close(): void;
};

/** Opens a connection that only reads. */
export function openReading(file: string): OpenReading {
  const db = openForReading(file);
  const reading = readingOf(db);
  const begin = db.prepare('BEGIN');
  const end = db.prepare('COMMIT');
  return {
    ...reading,
    begin() {
      begin.run();
      return reading.all('SELECT position FROM checkpoint', {})[0]?.['position'] as number;
    },
    end() {
      try {
        end.run();
        return true;
      } catch {
        db.close();
        return false;
      }
    },
    close: () => db.close(),
  };
}
