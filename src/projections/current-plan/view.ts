import type { EventData, EventType } from '../../domain/catalogue.js';
import type { CivilDate } from '../../domain/civil-date.js';
import type { PlanningArea } from '../../domain/plan/events.js';
import type { PlanRole } from '../../domain/plan/organizing-events.js';
import type { FreeText } from '../../domain/text.js';
import { table } from '../projection.js';

/** A body's part in a plan. */
export type PlanBody = {
  readonly body: string;
  readonly joinedOn: CivilDate;
  readonly leftOn?: CivilDate;
  readonly adoption?: Pick<EventData<'PlanAdopted'>, 'adoptedOn' | 'resolution' | 'act'> & {
    /** Code of the body whose council it was; undefined when it may not be shown. */
    readonly council?: string | undefined;
  };
  /** Bodies that had this part before and ended, oldest first. */
  readonly predecessors?: readonly { readonly body: string; readonly endedOn: CivilDate }[];
};

/** An identified risk; prioritized when it has a rank, 1 first. */
export type PlanRisk = {
  readonly id: string;
  readonly code: string;
  readonly narrative?: FreeText | undefined;
  readonly rank?: number;
  /** Codes of the scheme `vulnerable-groups`. */
  readonly vulnerableGroups: readonly string[];
  readonly evidence?: FreeText | undefined;
};

/** Who holds a role or a seat: an organization, an office, or both. */
export type PlanHolder = {
  readonly organization?: string | undefined;
  readonly office?: FreeText | undefined;
};

/** A role of the plan and who holds or held it. */
export type PlanRoleEntry = PlanHolder & {
  readonly id: string;
  readonly role: PlanRole;
  readonly from: CivilDate;
  readonly endedOn?: CivilDate;
};

/** A member of the advisory committee, and the seats it holds or held. */
export type CommitteeMember = PlanHolder & {
  readonly id: string;
  readonly filledOn: CivilDate;
  readonly seats: readonly { readonly seat: string; readonly vacatedOn?: CivilDate }[];
};

/** A consultation that was held. */
export type Consultation = Pick<EventData<'ConsultationHeld'>, 'groups' | 'heldOn' | 'summary'> & {
  readonly id: string;
};

/** A protective factor that was identified. */
export type ProtectiveFactor = Pick<
  EventData<'ProtectiveFactorIdentified'>,
  'code' | 'risks' | 'narrative'
> & { readonly id: string };

/** A revision, with the adoptions and the publication that it put an end to. */
export type PlanRevision = EventData<'PlanRevised'> & {
  readonly adoptions: readonly (NonNullable<PlanBody['adoption']> & { readonly body: string })[];
  readonly publication?: EventData<'PlanPublished'>;
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
  readonly roles: readonly PlanRoleEntry[];
  readonly committee: readonly CommitteeMember[];
  /** Codes of conditional seats that stay empty for want of such a service. */
  readonly exemptedSeats: readonly string[];
  readonly consultations: readonly Consultation[];
  readonly protectiveFactors: readonly ProtectiveFactor[];
  readonly planners: readonly EventData<'PlannerAppointed'>[];
  readonly interimSubmissions: readonly EventData<'InterimSubmissionFiled'>[];
  readonly effectReports: readonly EventData<'EffectReportPublished'>[];
  readonly reviews: readonly EventData<'ReviewCompleted'>[];
  readonly revisions: readonly PlanRevision[];
  readonly superseded?: EventData<'PlanSuperseded'>;
};

/** Who answers for a commitment: a person invited to the hub, a position, or both. */
export type CommitmentResponsible = {
  readonly person?: string;
  readonly position?: FreeText;
  /** Person who answered for it before. */
  readonly before?: string;
};

type Tracked<T extends EventType, Id extends string> = Omit<EventData<T>, Id> & {
  readonly id: string;
};

/** A step on the way of a commitment. */
export type CommitmentMilestone = Tracked<'CommitmentMilestoneSet', 'milestoneId'> & {
  readonly reachedOn?: CivilDate;
  readonly droppedOn?: CivilDate;
};

/** A commitment as it stands. */
export type CommitmentDocument = {
  readonly id: string;
  readonly revision: number;
  readonly planId: string;
  readonly strategyId: string;
  readonly partner: string;
  readonly statement: FreeText;
  readonly madeOn: CivilDate;
  readonly dueOn?: CivilDate | undefined;
  readonly status: 'ACTIVE' | 'FULFILLED' | 'WITHDRAWN';
  readonly fulfilledOn?: CivilDate;
  readonly withdrawnOn?: CivilDate;
  readonly progress: readonly EventData<'CommitmentProgressReported'>[];
  readonly declarations: readonly EventData<'CommitmentStatusDeclared'>[];
  readonly responsible?: CommitmentResponsible;
  readonly resources: readonly Tracked<'CommitmentResourcePledged', 'resourceId'>[];
  readonly milestones: readonly CommitmentMilestone[];
  readonly evidence: readonly Tracked<'CommitmentEvidenceLinked', 'evidenceId'>[];
  /** Organizations that had it before, and to whom they handed it over. */
  readonly handovers: readonly {
    readonly from: string;
    readonly to: string;
    readonly on: CivilDate;
    readonly reason: FreeText;
  }[];
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
