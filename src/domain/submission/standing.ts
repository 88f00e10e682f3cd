import { categoriesKey, type CategoryChoice } from '../observation/events.js';

/** Where the report of a body stands in its cycle. */
export const standings = [
  'NOT_STARTED',
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'ACCEPTED',
  'REOPENED',
] as const;
export type Standing = (typeof standings)[number];

/** A version of a number, named by the revision of the event that says it. */
export type CellVersion = {
  readonly indicator: string;
  readonly categories: readonly CategoryChoice[];
  readonly revision: number;
};

/** What the stream of a submission says of itself. */
export type Filing =
  | { readonly status: 'none' }
  | {
      readonly status: 'filed' | 'returned' | 'accepted' | 'reopened';
      readonly cells: readonly CellVersion[];
    };

/** Names a number of a report by the key of its categories: "housing-cost-burden age=0-17". */
export const cellNameOf = (indicator: string, categories: string): string =>
  `${indicator} ${categories}`;

/** The same by its categories. */
export const cellName = ({ indicator, categories }: Omit<CellVersion, 'revision'>): string =>
  cellNameOf(indicator, categoriesKey(categories));

const versionsIn = (cells: readonly CellVersion[]): string =>
  JSON.stringify(cells.map((cell) => `${cellName(cell)} ${cell.revision}`).toSorted());

/** Keys of the indicators that a filing speaks of. */
export const scopeOf = (filing: Filing): ReadonlySet<string> =>
  new Set(filing.status === 'none' ? [] : filing.cells.map(({ indicator }) => indicator));

/** True when the numbers are, to the last version, those that the filing names. */
function namesExactly(filing: Filing, current: readonly CellVersion[]): boolean {
  if (filing.status === 'none') return false;
  const scope = scopeOf(filing);
  const inScope = current.filter(({ indicator }) => scope.has(indicator));
  return versionsIn(filing.cells) === versionsIn(inScope);
}

const settled = { returned: 'RETURNED', reopened: 'REOPENED' } as const;
const holding = { filed: 'SUBMITTED', accepted: 'ACCEPTED' } as const;

/**
 * Where a report stands, from what its stream says and from the numbers as they are. A number
 * that changes after it was submitted makes the report a draft again: what was submitted or
 * accepted is no longer what is there. So no order of events, however two writers race, leaves
 * an accepted report with a number that was not accepted.
 */
export function standingOf(filing: Filing, current: readonly CellVersion[]): Standing {
  if (filing.status === 'none') return current.length === 0 ? 'NOT_STARTED' : 'DRAFT';
  if (filing.status === 'returned' || filing.status === 'reopened') return settled[filing.status];
  return namesExactly(filing, current) ? holding[filing.status] : 'DRAFT';
}

/** Whether one number was reviewed: NONE where no cycle asks for it. */
export type CellReview = 'NONE' | 'PENDING' | 'ACCEPTED';

/** What an accepted report speaks of, and the accepted revision of each number by its name. */
export type AcceptedCells = {
  readonly indicators: ReadonlySet<string>;
  readonly revisions: ReadonlyMap<string, number>;
};

/** What was accepted of a report; undefined unless it is. */
export const acceptedOf = (filing: Filing): AcceptedCells | undefined =>
  filing.status === 'accepted'
    ? {
        indicators: scopeOf(filing),
        revisions: new Map(filing.cells.map((cell) => [cellName(cell), cell.revision])),
      }
    : undefined;

/** A number as rows name it: `name` is that of `cellName`. */
export type NamedCell = {
  readonly indicator: string;
  readonly name: string;
  readonly revision: number;
};

/**
 * The review of one number of an expected indicator: accepted in exactly this version, or
 * pending. What an accepted report does not speak of was never to be reviewed.
 */
export function reviewAmong(
  accepted: AcceptedCells | undefined,
  { indicator, name, revision }: NamedCell,
): CellReview {
  if (accepted === undefined) return 'PENDING';
  if (!accepted.indicators.has(indicator)) return 'NONE';
  return accepted.revisions.get(name) === revision ? 'ACCEPTED' : 'PENDING';
}

/** The review of one number, by what the stream of its submission says. */
export const reviewOf = (filing: Filing, cell: CellVersion): CellReview =>
  reviewAmong(acceptedOf(filing), { ...cell, name: cellName(cell) });
