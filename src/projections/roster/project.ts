import type { EventData, EventType } from '../../domain/catalogue.js';
import type { StoredEvent } from '../../domain/event.js';
import { applyEvent, foldEvents, type AnyFold } from '../../domain/fold.js';
import { categoryOf, codeOf, type Category } from '../../domain/identifiers.js';
import type { Projection, Table, Views } from '../projection.js';
import {
  indicatorTable,
  organizationTable,
  type IndicatorRow,
  type OrganizationRow,
} from './view.js';

type Maybe<Row> = Row | undefined;
type RowFold<Row> = AnyFold<Maybe<Row>>;
type Handlers<Row> = {
  readonly [T in EventType]?: (row: Maybe<Row>, data: EventData<T>) => Maybe<Row>;
};

const rowFold = <Row>(on: Handlers<Row>): RowFold<Row> => ({
  initial: undefined,
  on: on as RowFold<Row>['on'],
});

const organizationFold = rowFold<OrganizationRow>({
  OrganizationRegistered: (_, data) => ({ ...data, obligations: [] }),
  OrganizationRenamed: (row, renamed) => row && { ...row, ...renamed },
  PopulationCounted: (row, counted) => row && { ...row, ...counted },
  ObligationSet: (row, { duty, from }) =>
    row && { ...row, obligations: [...row.obligations, { duty, from }] },
  OrganizationSucceeded: (row, succeeded) => row && { ...row, ...succeeded },
});

const indicatorFold = rowFold<IndicatorRow>({
  IndicatorDefined: (_, data) => ({ ...data, version: 1, breaks: [] }),
  IndicatorRevised: (row, { comparability, reason: _, ...definition }) =>
    row && {
      key: row.key,
      ...definition,
      version: row.version + 1,
      breaks: comparability === 'BREAK' ? [...row.breaks, row.version + 1] : row.breaks,
    },
  IndicatorRetired: (row, { retiredOn }) => row && { ...row, retiredOn },
});

function rowsOf<Row>(
  category: Category,
  rows: Table<{ readonly code: string; readonly row: Row }>,
  fold: RowFold<Row>,
  tag: string,
) {
  return (event: StoredEvent, views: Views): void => {
    if (categoryOf(event.stream) !== category) return;
    const code = codeOf(event.stream);
    const row =
      event.type === 'DecisionRecordedInError'
        ? foldEvents(fold, views.history(event.stream, event.position))
        : applyEvent(fold, views.get(rows, [code])?.row, event);
    if (row === undefined) views.remove(rows, [code], event.position);
    else views.put(rows, { code, row }, event.position);
    views.touch(tag);
  };
}

const projectOrganization = rowsOf(
  'organization',
  organizationTable,
  organizationFold,
  'organizations',
);
const projectIndicator = rowsOf('indicator', indicatorTable, indicatorFold, 'indicators');

/** Organizations and indicators, with every version a name or definition ever had. */
export const roster: Projection = {
  name: 'roster',
  version: 1,
  tables: [organizationTable, indicatorTable],
  project: (events, views) => {
    for (const event of events) {
      projectOrganization(event, views);
      projectIndicator(event, views);
    }
  },
};
