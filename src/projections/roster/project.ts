import type { EventData, EventType } from '../../domain/catalogue.js';
import type { StoredEvent } from '../../domain/event.js';
import type { IndicatorDefinition } from '../../domain/indicator/events.js';
import { applyEvent, foldEvents, type AnyFold, type EventHeader } from '../../domain/fold.js';
import { categoryOf, codeOf, type Category } from '../../domain/identifiers.js';
import type { Projection, Table, Views } from '../projection.js';
import {
  areaTable,
  indicatorTable,
  organizationTable,
  type AreaRow,
  type IndicatorRow,
  type OrganizationRow,
  type ProgressJudgement,
} from './view.js';

type Maybe<Row> = Row | undefined;
type RowFold<Row> = AnyFold<Maybe<Row>>;
type Handlers<Row> = {
  readonly [T in EventType]?: (
    row: Maybe<Row>,
    data: EventData<T>,
    event: EventHeader,
  ) => Maybe<Row>;
};

const rowFold = <Row>(on: Handlers<Row>): RowFold<Row> => ({
  initial: undefined,
  on: on as RowFold<Row>['on'],
});

const organizationFold = rowFold<OrganizationRow>({
  OrganizationRegistered: (_, data) => ({ ...data, obligations: [] }),
  OrganizationRenamed: (row, renamed) => row && { ...row, ...renamed },
  // A census recorded late is history: people weigh as the newest one counted them.
  PopulationCounted: (row, counted) =>
    row && (counted.censusYear < (row.censusYear ?? 0) ? row : { ...row, ...counted }),
  ObligationSet: (row, { duty, from }) =>
    row && { ...row, obligations: [...row.obligations, { duty, from }] },
  OrganizationSucceeded: (row, succeeded) => row && { ...row, ...succeeded },
});

const definitionIn = ({ key: _, ...row }: IndicatorRow): IndicatorDefinition => {
  const { version: _v, breaks: _b, beforeBreaks: _o, retiredOn: _r, ...defined } = row;
  const { progressRule: _p, judgements: _j, ...definition } = defined;
  return definition;
};

const areaFold = rowFold<AreaRow>({
  AreaDefined: (_, { code, kind, name, ...boundaries }) => ({
    code,
    kind,
    name,
    boundaries: [boundaries],
  }),
  AreaRedrawn: (row, { reason: _, ...boundaries }) =>
    row && { ...row, boundaries: [...row.boundaries, boundaries] },
  AreaEnded: (row, { endedOn, successor }) => row && { ...row, endedOn, successor },
});

type Judged = Pick<ProgressJudgement, 'geography' | 'period'>;

const isAbout =
  ({ geography: { kind, code }, period }: Judged) =>
  (each: Judged): boolean =>
    each.geography.kind === kind && each.geography.code === code && each.period === period;

const others = ({ judgements = [] }: IndicatorRow, judged: Judged) =>
  judgements.filter((each) => !isAbout(judged)(each));

const indicatorFold = rowFold<IndicatorRow>({
  IndicatorDefined: (_, data) => ({ ...data, version: 1, breaks: [], beforeBreaks: [] }),
  IndicatorRevised: (row, { comparability, reason: _, ...definition }) =>
    row && {
      key: row.key,
      ...definition,
      version: row.version + 1,
      ...(comparability === 'BREAK'
        ? {
            breaks: [...row.breaks, row.version + 1],
            beforeBreaks: [...row.beforeBreaks, definitionIn(row)],
          }
        : { breaks: row.breaks, beforeBreaks: row.beforeBreaks }),
      // Baseline and target of another series mean nothing in this one.
      progressRule: comparability === 'BREAK' ? undefined : row.progressRule,
      ...(row.judgements && { judgements: row.judgements }),
    },
  IndicatorRetired: (row, { retiredOn }) => row && { ...row, retiredOn },
  ProgressRuleSet: (row, progressRule) => row && { ...row, progressRule },
  ProgressJudged: (row, judged, { metadata: { recordedAt, actor, actingFor } }) =>
    row && {
      ...row,
      judgements: [...others(row, judged), { ...judged, recordedAt, actor, actingFor }],
    },
  ProgressJudgementWithdrawn: (row, judged) => row && { ...row, judgements: others(row, judged) },
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
const projectArea = rowsOf('area', areaTable, areaFold, 'areas');

/** Organizations, reporting areas and indicators, in every version they ever had. */
export const roster: Projection = {
  name: 'roster',
  version: 3,
  tables: [organizationTable, areaTable, indicatorTable],
  project: (events, views) => {
    for (const event of events) {
      projectOrganization(event, views);
      projectArea(event, views);
      projectIndicator(event, views);
    }
  },
};
