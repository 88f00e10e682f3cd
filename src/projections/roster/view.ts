import type { EventData } from '../../domain/catalogue.js';
import type { CivilDate } from '../../domain/civil-date.js';
import type { Geography } from '../../domain/identifiers.js';
import type { IndicatorDefinition, ProgressRule } from '../../domain/indicator/events.js';
import type { Duty } from '../../domain/organization/events.js';
import type { FreeText } from '../../domain/text.js';
import { table } from '../projection.js';

/** An organization as of a position. */
export type OrganizationRow = Omit<EventData<'OrganizationRegistered'>, 'existsFrom'> & {
  readonly existsFrom?: CivilDate | undefined;
  readonly endedOn?: CivilDate;
  readonly successor?: string;
  /** Persons in the newest census counted; weighs completeness. */
  readonly population?: number;
  readonly censusYear?: number;
  readonly obligations: readonly { readonly duty: Duty; readonly from: CivilDate }[];
};

/** A person's judgment of a series up to a period, and who gave it. */
export type ProgressJudgement = {
  readonly geography: Geography;
  readonly period: string;
  readonly status: EventData<'ProgressJudged'>['status'];
  readonly reason: FreeText;
  readonly recordedAt: string;
  readonly actor: string;
  readonly actingFor: string;
};

/** An indicator as of a position, in its newest version. */
export type IndicatorRow = IndicatorDefinition & {
  readonly key: string;
  /** 1, 2, 3 … */
  readonly version: number;
  /** Versions that began a new series. */
  readonly breaks: readonly number[];
  /** The last definition before each break, oldest first. */
  readonly beforeBreaks: readonly IndicatorDefinition[];
  readonly retiredOn?: CivilDate;
  readonly progressRule?: (ProgressRule & { readonly reason?: FreeText | undefined }) | undefined;
  /** Judgments that stand, at most one for a geography and period. */
  readonly judgements?: readonly ProgressJudgement[];
};

type Defined = EventData<'AreaDefined'>;

/** A reporting area as of a position, with all the boundaries it ever had. */
export type AreaRow = Pick<Defined, 'code' | 'kind' | 'name'> & {
  /** Oldest first. */
  readonly boundaries: readonly Omit<Defined, 'code' | 'kind' | 'name'>[];
  readonly endedOn?: CivilDate;
  readonly successor?: string | undefined;
};

const keyed = <Row>(name: string) =>
  table<{ readonly code: string; readonly row: Row }>({
    name,
    columns: { code: 'text', row: 'json' },
    key: ['code'],
    versioned: true,
    resident: true,
    indexes: [['since'], ['until']],
  });

/** Organizations, every version of each. */
export const organizationTable = keyed<OrganizationRow>('organization');
/** Reporting areas, every version of each. */
export const areaTable = keyed<AreaRow>('area');
/** Indicators, every version of each. */
export const indicatorTable = keyed<IndicatorRow>('indicator');
