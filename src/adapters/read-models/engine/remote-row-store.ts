import type { AnyTable, Key } from '../../../projections/projection.js';
import type { AnyRow, TableWrites } from './row-store.js';

/** What a batch wants to know of a table before it can be folded. */
export type Wanted = {
  readonly table: AnyTable;
  /** Keys whose standing rows are wanted. */
  readonly keys: readonly Key[];
  /** Beginnings of keys, all standing rows of each wanted. */
  readonly prefixes: readonly Key[];
};

/** Standing rows of a table, in no particular order; a row may come twice. */
export type Found = { readonly table: AnyTable; readonly rows: readonly AnyRow[] };

/** What a batch made of the views, and which tags it touched. */
export type FoldedBatch = {
  readonly writes: readonly TableWrites[];
  /** Position before the batch and after it. */
  readonly from: number;
  readonly to: number;
  readonly tags: readonly string[];
};

/** Where the rows of the views are, when they cannot be read at once. */
export type RemoteRowStore = {
  position(): Promise<number>;
  fetch(wanted: Wanted): Promise<Found>;
  /**
   * Stores a batch and moves the position, all or nothing.
   * @throws PositionMoved when the position is no longer `from`
   */
  flush(batch: FoldedBatch): Promise<void>;
};

/** Somebody else moved the views, or they are no longer served: nothing was stored. */
export class PositionMoved extends Error {
  override readonly name = 'PositionMoved';
}
