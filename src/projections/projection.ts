import type { StoredEvent } from '../domain/event.js';

/** How a column is stored: text, a whole number, or a record written as JSON. */
export type ColumnType = 'text' | 'integer' | 'json';

/**
 * A table of a view. A versioned table keeps every row a key ever had, from `since` up to but
 * not including `until` (log positions): that is what makes the past readable.
 */
export type Table<Row> = {
  readonly name: string;
  readonly columns: { readonly [C in keyof Row]-?: ColumnType };
  readonly key: readonly (keyof Row & string)[];
  readonly versioned: boolean;
  readonly indexes?: readonly (readonly ((keyof Row & string) | 'since' | 'until')[])[];
  /** Small tables stay in the projector's memory between batches. */
  readonly resident?: boolean;
};

/** A table whose row type is forgotten: what an engine creates, reads and writes. */
export type AnyTable = Omit<Table<Record<string, unknown>>, 'columns'> & {
  readonly columns: Readonly<Record<string, ColumnType>>;
};

/** Key values of a row, in the order of the table's key. */
export type Key = readonly (string | number)[];

/** The net change of one row in a batch. */
export type Change<Row> = { readonly before: Row | undefined; readonly after: Row | undefined };

/**
 * What a projection sees while one batch is folded: rows as of the last batch, overlaid with
 * its own writes. Everything is held in memory and flushed once, with the checkpoint.
 */
export type Views = {
  get<Row>(table: Table<Row>, key: Key): Row | undefined;
  /** Rows whose key starts with these values, in no particular order. */
  scan<Row>(table: Table<Row>, keyPrefix: Key): readonly Row[];
  /** Writes the row of its key, valid from the position of the event that caused it. */
  put<Row>(table: Table<Row>, row: Row, position: number): void;
  /** Ends the row of a key at a position; without effect when there is none. */
  remove<Row>(table: Table<Row>, key: Key, position: number): void;
  /** Net changes of a table in this batch so far. */
  changes<Row>(table: Table<Row>): readonly Change<Row>[];
  /**
   * All events of a stream up to a position, in the current versions; only for a stream in
   * which this batch marks something as recorded in error, since some engines fetch it before.
   */
  history(stream: string, position: number): readonly StoredEvent[];
  /** Says that answers which depend on this tag have changed. */
  touch(tag: string): void;
};

/**
 * A pure fold of events into the rows of its tables. It never decides and never fails on an
 * event that was accepted. A change of shape or rule raises `version`, and the views are built
 * anew beside the serving ones.
 */
export type Projection = {
  readonly name: string;
  readonly version: number;
  readonly tables: readonly AnyTable[];
  /** Folds a batch of consecutive events, bodies in the current versions. */
  readonly project: (events: readonly StoredEvent[], views: Views) => void;
};

/** Declares a table; exists so that the columns are checked against the row type. */
export const table = <Row>(definition: Table<Row>): Table<Row> => definition;
