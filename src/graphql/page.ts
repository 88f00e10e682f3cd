import type { AsOfInput } from './as-of.inputs.js';
import { openReading, type Reading } from './as-of.js';
import { CodedError } from './coded-error.js';
import type { RequestContext } from './context.js';
import { fingerprint, readCursor, writeCursor } from './cursor.js';

/** Most nodes of a page, and how many one has when the client does not say. */
export const pageSizeMax = 500;
export const pageSizeDefault = 50;

/** Arguments of a list; those besides the first three name the list. */
export type ListArgs = {
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly asOf?: AsOfInput | null | undefined;
};

/** One page to be read: how many nodes, after which key, and from which past. */
export type Page = {
  readonly reading: Reading;
  readonly first: number;
  /** Key of the node before the page; undefined for the first page. */
  readonly after: string | undefined;
  cursorOf(key: string): string;
};

/**
 * Opens a page. Later pages read as of the first one, whose position their cursor carries.
 * @throws CodedError for a size out of range, a cursor that is none or belongs elsewhere
 */
export async function openPage(
  field: string,
  { first, after, ...named }: ListArgs,
  context: RequestContext,
): Promise<Page> {
  if (first < 1 || first > pageSizeMax) throw new CodedError('page-size-out-of-range');
  const list = fingerprint(named);
  const cursor = after == null ? undefined : readCursor(after);
  if (cursor !== undefined && (cursor.field !== field || cursor.list !== list))
    throw new CodedError('cursor-mismatch');
  const reading = await openReading(named.asOf, context, cursor?.position);
  const { position } = reading.asOf;
  if (position > reading.snapshot.position) throw new CodedError('cursor-invalid');
  return {
    reading,
    first,
    after: cursor?.key,
    cursorOf: (key) => writeCursor({ field, list, position, key }),
  };
}

/** Position after which a page of a list in order of position begins; 0 for the first. */
export function positionAfter({ after = '0' }: Page): number {
  const position = Number(after);
  if (!Number.isSafeInteger(position)) throw new CodedError('cursor-invalid');
  return position;
}
