import type { CivilDate } from '../../domain/civil-date.js';
import type { ResourceKind } from '../../domain/commitment/tracking-events.js';
import type { MeasureDetails } from '../../domain/measure/decide.js';
import type { Baseline, Target } from '../../domain/measure/state.js';
import type { Holder } from '../../domain/plan/decide-organizing.js';
import type { acts, PlanningArea } from '../../domain/plan/events.js';
import type { PlanRole } from '../../domain/plan/organizing-events.js';
import type { Label } from '../../domain/text.js';

/** A commitment of a demonstration plan. */
export type CommitmentEntry = {
  readonly partner: string;
  readonly statement: Label;
  readonly dueOn: CivilDate | null;
  readonly progress: readonly { readonly reportedOn: CivilDate; readonly percent: number }[];
  readonly fulfilledOn?: CivilDate;
  readonly withdrawn?: Label;
  readonly milestones?: readonly {
    readonly name: Label;
    readonly dueOn: CivilDate;
    readonly reachedOn?: CivilDate;
  }[];
  readonly resources?: readonly {
    readonly kind: ResourceKind;
    readonly amountCents?: number;
    readonly description: Label;
  }[];
};

/** A measure of a demonstration plan; risk and strategy by their code and key in the file. */
export type MeasureEntry = Pick<
  MeasureDetails,
  'indicator' | 'level' | 'accountability' | 'question'
> & {
  readonly risk?: string;
  readonly strategy?: string;
  readonly baseline?: Baseline;
  readonly target?: Target;
};

/** A strategy of a demonstration plan; risks by their code. */
export type StrategyEntry = {
  readonly key: string;
  readonly title: Label;
  readonly area: PlanningArea;
  readonly sectors: readonly string[];
  readonly risks: readonly string[];
  readonly commitments: readonly CommitmentEntry[];
};

/** How a demonstration plan was prepared, and what became of it. */
export type PlanLifeEntry = {
  readonly roles: readonly (Holder & { readonly role: PlanRole; readonly from: CivilDate })[];
  readonly committee: readonly (Holder & {
    readonly seats: readonly string[];
    readonly filledOn: CivilDate;
  })[];
  readonly exemptions: readonly { readonly seat: string; readonly reason: Label }[];
  readonly consultations: readonly {
    readonly groups: readonly string[];
    readonly heldOn: CivilDate;
  }[];
  readonly interimSubmissions?: readonly {
    readonly body: string;
    readonly filedOn: CivilDate;
    readonly note: Label;
  }[];
  readonly effectReports: readonly { readonly url: string; readonly publishedOn: CivilDate }[];
  readonly reviews: readonly {
    readonly completedOn: CivilDate;
    readonly revisionNeeded: boolean;
  }[];
};

/** A demonstration plan as `data/demonstration/plans.json` writes it. */
export type PlanEntry = {
  readonly key: string;
  readonly title: Label;
  readonly openedOn: CivilDate;
  readonly bodies: readonly string[];
  readonly risks: readonly {
    readonly code: string;
    readonly rank: number;
    readonly narrative?: Label;
  }[];
  readonly strategies: readonly StrategyEntry[];
  readonly measures: readonly MeasureEntry[];
  readonly adoptions: readonly {
    readonly body: string;
    readonly adoptedOn: CivilDate;
    readonly resolution: string;
    readonly act?: (typeof acts)[number];
  }[];
  readonly publication: { readonly url: string; readonly publishedOn: CivilDate };
  readonly life: PlanLifeEntry;
};

/** The whole file. */
export type PlanFile = {
  readonly partners: readonly {
    readonly code: string;
    readonly name: Label;
    readonly sector: string;
  }[];
  readonly plans: readonly PlanEntry[];
};
