import type { Caller } from '../../domain/authority.js';
import type { Setting } from '../../domain/command-surroundings.js';
import type { Refusal } from '../../domain/decision.js';
import type { StoredEvent } from '../../domain/event.js';
import type { Attempt } from './attempt.js';
import type { NamedOrganization } from './body-names.js';
import type { Change } from './change-text.js';
import type { Bilingual, ImportError } from './import-error.js';
import type { FoundCode } from './stage.js';

/** What became of an attempt: `same` says that an earlier import wrote it already. */
export type AttemptOutcome = 'written' | 'same' | 'denied' | readonly Refusal[];

/** What an import works with. All of it is asked with plain data and answers with plain data. */
export type ImportPorts = {
  /** All events of a stream, as the log holds them. */
  readStream(stream: string): Promise<readonly StoredEvent[]>;
  /** The day, and the code lists, for which the import is decided. */
  setting(): Promise<Setting>;
  /** Gives the commands of attempts about one stream; the outcomes come in the same order. */
  execute(
    attempts: readonly Attempt[],
    caller: Caller,
    correlationId: string,
  ): Promise<readonly AttemptOutcome[]>;
  /** Everybody who is registered; asked only when a mapping finds bodies by name. */
  organizations(): Promise<readonly NamedOrganization[]>;
  /** Says why a command was refused; the API has the sentences. */
  explain(refusals: readonly Refusal[]): Promise<readonly Bilingual[]>;
};

/** What an import is doing: reading bytes, then checking and writing observations. */
export type ImportPhase = 'read' | 'check' | 'write';

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
  /** Files to report to: a list for .csv, a copy with marked cells for .xlsx. */
  readonly reports?: readonly string[];
  /** Where to put a copy with marked cells, if anything is wrong with the file. */
  readonly markedCopy?: string;
  /** Longest file, in bytes and in rows; default 2 GiB and 10,000,000. */
  readonly bytesMax?: number;
  readonly rowsMax?: number;
  /** Folder with space for a copy of the file while it is worked on; default the system's. */
  readonly workFolder?: string;
  /** Called now and then with what is done, of how much. */
  readonly onProgress?: (phase: ImportPhase, done: number, total: number) => void;
};

/** What became of a file. */
export type ImportResult = {
  /** Rows read; blank ones, footnotes and those that the mapping leaves out are not among them. */
  readonly rows: number;
  /** Rows that the mapping leaves out. */
  readonly skipped: number;
  /** Observations in the rows: recorded, corrected, same and rejected ones together. */
  readonly observations: number;
  /** Recorded and corrected or, when nothing was written, what would have been. */
  readonly recorded: number;
  readonly corrected: number;
  /** What is recorded already, or was imported before. */
  readonly same: number;
  readonly rejected: number;
  /** Commands given; 0 says that nothing was written. */
  readonly attempts: number;
  /** The first reasons by line for which the file or a row was rejected: 1,000 at most. */
  readonly errors: readonly ImportError[];
  /** What to look at again although it was accepted: 1,000 at most. */
  readonly warnings: readonly ImportError[];
  /** Every code of an error or a warning, with its exact count. */
  readonly codes: readonly FoundCode[];
  /** The first ten new and the first ten changed observations. */
  readonly changes: readonly Change[];
};
