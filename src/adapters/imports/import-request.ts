import type { Caller } from '../../domain/authority.js';
import type { CommandHandler } from '../../domain/command-handler.js';
import type { NamedOrganization } from './body-names.js';
import type { ImportError } from './import-error.js';
import type { ReadingPorts } from './import-surroundings.js';
import type { Explain } from './row-refusals.js';

/** What an import works with. */
export type ImportPorts = ReadingPorts & {
  readonly execute: CommandHandler;
  /** Everybody who is registered; asked only when a mapping finds bodies by name. */
  readonly organizations: () => Promise<Iterable<NamedOrganization>>;
  readonly explain: Explain;
};

/** What to import, and how. */
export type ImportRequest = {
  /** Paths of the CSV or XLSX file and of the mapping. */
  readonly file: string;
  readonly mapping: string;
  readonly caller: Caller;
  /** Checks everything and writes nothing. */
  readonly dryRun?: boolean;
  /** Writes the good rows although others are rejected. */
  readonly acceptValid?: boolean;
  /** Longest file, in bytes and in rows; default 64 MiB and 200,000. */
  readonly bytesMax?: number;
  readonly rowsMax?: number;
  /** Called now and then with rows done, of how many. */
  readonly onProgress?: (phase: 'check' | 'write', done: number, total: number) => void;
};

/** What became of a file. */
export type ImportResult = {
  /** Rows read, blank ones and footnotes left out. */
  readonly rows: number;
  /** Rows recorded and corrected or, when nothing was written, that would have been. */
  readonly recorded: number;
  readonly corrected: number;
  /** Rows that say what is recorded already, or that were imported before. */
  readonly same: number;
  readonly rejected: number;
  /** Commands given; 0 says that nothing was written. */
  readonly attempts: number;
  /** Every reason for which the file or a row was rejected, by line. */
  readonly errors: readonly ImportError[];
};
