import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Draft } from './draft.js';
import type { ImportError, Severity } from './import-error.js';

/** A draft with the stream it is about and the text that names its observation. */
export type StagedDraft = {
  readonly draft: Draft;
  readonly stream: string;
  readonly name: string;
};

/** A draft that would be accepted as things stand. */
export type PlannedDraft = StagedDraft & { readonly comparison: 'new' | 'changed' };

/** How often a code was found, and where first. */
export type FoundCode = {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  readonly first: ImportError;
};

/** What an import keeps of a file while it works on it: on disk, for there may be much of it. */
export type Stage = {
  addDraft(staged: StagedDraft): void;
  /** Keeps an error or a warning, of one code and cell only the first. */
  addError(error: ImportError): void;
  /** Plans a draft for writing; they are written in the order in which they are planned. */
  plan(planned: PlannedDraft): void;
  /** How many there are so far. */
  readonly counts: {
    readonly drafts: number;
    readonly planned: number;
    readonly errors: number;
  };
  /** By stream, within it by observation, those of one observation in the order of the file. */
  drafts(): Iterable<StagedDraft>;
  planned(): Iterable<PlannedDraft>;
  /** Errors and warnings by line. */
  findings(): Iterable<ImportError>;
  firstFindings(severity: Severity, max: number): readonly ImportError[];
  /** Errors before warnings, the most frequent code first. */
  foundCodes(): readonly FoundCode[];
  close(): void;
};

// Nothing here outlives the import, so nothing is synchronised and nothing can be rolled back.
const schema = `
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA cache_size = -8192;
  CREATE TABLE draft (at INTEGER PRIMARY KEY, stream TEXT, name TEXT, draft TEXT) STRICT;
  CREATE TABLE planned
    (at INTEGER PRIMARY KEY, stream TEXT, name TEXT, draft TEXT, comparison TEXT) STRICT;
  CREATE TABLE finding
    (at INTEGER PRIMARY KEY, line INTEGER, code TEXT, cell TEXT, severity TEXT, finding TEXT,
     UNIQUE (line, code, cell)) STRICT;
  BEGIN;
`;

type Row = Readonly<Record<string, string | number>>;

const stagedOf = ({ stream, name, draft }: Row): StagedDraft => ({
  stream: stream as string,
  name: name as string,
  draft: JSON.parse(draft as string) as Draft,
});

function* mapped<T>(rows: Iterable<unknown>, map: (row: Row) => T): Generator<T> {
  for (const row of rows) yield map(row as Row);
}

/** Opens the file and takes its name away at once, where the system allows that. */
function openUnnamed(folder: string) {
  const own = mkdtempSync(join(folder, 'import-'));
  const remove = (): void => rmSync(own, { recursive: true, force: true });
  const db = new DatabaseSync(join(own, 'stage.db'));
  db.exec(schema);
  try {
    // What a killed process leaves behind then takes no space.
    remove();
  } catch {
    // Windows removes no open file: closing does it.
  }
  return { db, remove };
}

const foundCodes = `
  SELECT code, severity, count(*) AS count, min(at) AS at FROM finding
  GROUP BY code, severity ORDER BY severity, count DESC, code
`;

const firstFindings = 'SELECT finding FROM finding WHERE severity = ? ORDER BY line, at LIMIT ?';

const findingOf = ({ finding }: Row) => JSON.parse(finding as string) as ImportError;

const plannedOf = (row: Row): PlannedDraft => ({
  ...stagedOf(row),
  comparison: row['comparison'] as PlannedDraft['comparison'],
});

/** What is taken off the stage. */
const readingFrom = (db: DatabaseSync) => ({
  drafts() {
    db.exec('CREATE INDEX IF NOT EXISTS draft_by_stream ON draft (stream, name, at)');
    const sorted = db.prepare('SELECT stream, name, draft FROM draft ORDER BY stream, name, at');
    return mapped(sorted.iterate(), stagedOf);
  },
  planned: () => mapped(db.prepare('SELECT * FROM planned ORDER BY at').iterate(), plannedOf),
  findings: () =>
    mapped(db.prepare('SELECT finding FROM finding ORDER BY line, at').iterate(), findingOf),
  firstFindings: (severity: Severity, max: number) =>
    (db.prepare(firstFindings).all(severity, max) as Row[]).map(findingOf),
  foundCodes: () =>
    (db.prepare(foundCodes).all() as Row[]).map(({ code, severity, count, at }) => ({
      code: code as string,
      severity: severity as Severity,
      count: count as number,
      first: findingOf(db.prepare('SELECT finding FROM finding WHERE at = ?').get(at ?? 0) as Row),
    })),
});

/** Opens an empty stage in a folder with space for a copy of the file. */
export function openStage(folder: string): Stage {
  const { db, remove } = openUnnamed(folder);
  const addDraft = db.prepare('INSERT INTO draft VALUES (NULL, ?, ?, ?)');
  const plan = db.prepare('INSERT INTO planned VALUES (NULL, ?, ?, ?, ?)');
  const addError = db.prepare('INSERT OR IGNORE INTO finding VALUES (NULL, ?, ?, ?, ?, ?)');
  const counts = { drafts: 0, planned: 0, errors: 0 };
  return {
    ...readingFrom(db),
    counts,
    addDraft({ stream, name, draft }) {
      counts.drafts += 1;
      addDraft.run(stream, name, JSON.stringify(draft));
    },
    plan({ stream, name, draft, comparison }) {
      counts.planned += 1;
      plan.run(stream, name, JSON.stringify(draft), comparison);
    },
    addError(error) {
      const { line, code, column, severity } = error;
      if (severity === 'ERROR') counts.errors += 1;
      addError.run(line, code, column ?? '', severity, JSON.stringify(error));
    },
    close() {
      db.close();
      remove();
    },
  };
}
