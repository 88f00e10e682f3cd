import type { EventData } from '../../domain/catalogue.js';
import type { CivilDate } from '../../domain/civil-date.js';
import type { IndicatorDefinition } from '../../domain/indicator/events.js';
import type { Duty } from '../../domain/organization/events.js';
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
