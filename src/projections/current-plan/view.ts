import type { EventData } from '../../domain/catalogue.js';
import type { CivilDate } from '../../domain/civil-date.js';
import type { PlanningArea } from '../../domain/plan/events.js';
import type { FreeText } from '../../domain/text.js';
import { table } from '../projection.js';

/** A body's part in a plan. */
export type PlanBody = {
  readonly body: string;
  readonly joinedOn: CivilDate;
  readonly leftOn?: CivilDate;
  readonly adoption?: Pick<EventData<'PlanAdopted'>, 'adoptedOn' | 'resolution' | 'act'>;
};

/** An identified risk; prioritized when it has a rank, 1 first. */
export type PlanRisk = {
  readonly id: string;
  readonly code: string;
  readonly narrative?: FreeText | undefined;
  readonly rank?: number;
};

/** A strategy of a plan, in one of the four areas. */
export type PlanStrategy = {
  readonly id: string;
  readonly title: FreeText;
  readonly area: PlanningArea;
  readonly sectors: readonly string[];
  readonly risks: readonly string[];
  readonly retired: boolean;
};

/** A plan as it stands after the events folded; free texts are sealed. */
export type PlanDocument = {
  readonly id: string;
  /** Revision of the last event folded. */
  readonly revision: number;
  readonly title: FreeText;
  readonly demonstration: boolean;
  readonly openedOn: CivilDate;
  readonly bodies: readonly PlanBody[];
  readonly risks: readonly PlanRisk[];
  readonly strategies: readonly PlanStrategy[];
  readonly publication?: EventData<'PlanPublished'>;
};

/** A commitment as it stands. */
export type CommitmentDocument = {
  readonly id: string;
  readonly revision: number;
  readonly planId: string;
  readonly strategyId: string;
  readonly partner: string;
  readonly statement: FreeText;
  readonly dueOn?: CivilDate | undefined;
  readonly status: 'ACTIVE' | 'FULFILLED' | 'WITHDRAWN';
  readonly fulfilledOn?: CivilDate;
  readonly progress: readonly EventData<'CommitmentProgressReported'>[];
};

/** A measurable outcome of a plan as it stands. */
export type MeasureDocument = Omit<EventData<'MeasureDefined'>, 'planId'> & {
  readonly id: string;
  readonly revision: number;
  readonly planId: string;
  readonly baseline?: EventData<'BaselineSet'>;
  readonly target?: EventData<'TargetSet'>;
  readonly retired: boolean;
};

/**
 * The current document of a stream. The row of an opening recorded in error stays, without a
 * document, because the past still had one.
 */
export type DocumentRow<Document> = {
  readonly id: string;
  readonly plan: string;
  /** Position of the stream's first event: the document cannot exist before. */
  readonly firstPosition: number;
  readonly document: Document | null;
};

const documents = <Document>(name: string) =>
  table<DocumentRow<Document>>({
    name,
    columns: { id: 'text', plan: 'text', firstPosition: 'integer', document: 'json' },
    key: ['id'],
    versioned: false,
    indexes: [['plan']],
  });

/** Plans as they stand. */
export const planTable = documents<PlanDocument>('current_plan');
/** Commitments as they stand. */
export const commitmentTable = documents<CommitmentDocument>('current_commitment');
/** Measures as they stand. */
export const measureTable = documents<MeasureDocument>('current_measure');
