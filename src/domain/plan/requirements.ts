import type { CivilDate } from '../civil-date.js';
import { planningAreas, type PlanningArea } from './events.js';
import {
  adoptedByAllBy,
  inForce,
  type CommitteeRule,
  type ConsultationRule,
  type ContentRequirement,
  type ContentRule,
  type PlanFacts,
  type StatutoryRules,
} from './rules.js';

/**
 * What a plan lacks. The first six are statutory; the others are advice of the framework, the
 * last that the record is behind: a body ended and its part has not passed to its successor.
 */
export const findingCodes = [
  'seat-vacant',
  'seat-undecided',
  'consultation-missing',
  'priority-risk-missing',
  'strategy-missing',
  'measurable-outcome-missing',
  'area-not-covered',
  'mostly-incident-response',
  'french-text-missing',
  'body-ended',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Something a plan lacks, and what it is about: a seat, a group, a risk, an area. */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: 'ERROR' | 'WARNING';
  readonly subject: string | null;
};

/** What the requirements need to know of a plan besides what its clocks do. */
export type PlanContent = PlanFacts & {
  readonly committee: readonly {
    readonly filledOn: CivilDate;
    readonly seats: readonly { readonly seat: string; readonly vacatedOn?: CivilDate }[];
  }[];
  readonly exemptedSeats: readonly string[];
  readonly consultations: readonly {
    readonly heldOn: CivilDate;
    readonly groups: readonly string[];
  }[];
  readonly risks: readonly { readonly id: string; readonly rank?: number }[];
  readonly strategies: readonly {
    readonly area: PlanningArea;
    readonly risks: readonly string[];
    readonly retired: boolean;
  }[];
};

/** A measure as the requirements need it. An output measures work done, not its outcome. */
export type MeasureFacts = {
  readonly level: string;
  readonly riskId?: string | undefined;
  readonly retired: boolean;
};

/** Risks on which no measurable outcome in use is to show an effect. */
export const risksWithoutOutcome = <Risk extends { readonly id: string }>(
  risks: readonly Risk[],
  measures: readonly MeasureFacts[],
): readonly Risk[] =>
  risks.filter(
    ({ id }) =>
      !measures.some(
        ({ riskId, level, retired }) => riskId === id && level !== 'OUTPUT' && !retired,
      ),
  );

const error = (code: FindingCode, subject: string | null = null): Finding => ({
  code,
  severity: 'ERROR',
  subject,
});

function seatFindings(
  { committee, exemptedSeats }: PlanContent,
  rule: CommitteeRule | undefined,
  on: CivilDate,
): readonly Finding[] {
  const held = new Set(
    committee
      .filter(({ filledOn }) => filledOn <= on)
      .flatMap(({ seats }) => seats)
      .filter(({ vacatedOn }) => vacatedOn === undefined || on < vacatedOn)
      .map(({ seat }) => seat),
  );
  return (rule?.seats ?? []).flatMap(({ seat, whereItExists }) => {
    if (held.has(seat)) return [];
    if (!whereItExists) return error('seat-vacant', seat);
    return exemptedSeats.includes(seat) ? [] : error('seat-undecided', seat);
  });
}

function consultationFindings(
  { consultations }: PlanContent,
  rule: ConsultationRule | undefined,
  on: CivilDate,
): readonly Finding[] {
  const held = consultations.filter(({ heldOn }) => heldOn <= on);
  const consulted = new Set(held.flatMap(({ groups }) => groups));
  return (rule?.groups ?? [])
    .filter((group) => !consulted.has(group))
    .map((group) => error('consultation-missing', group));
}

function contentFindings(
  plan: PlanContent,
  measures: readonly MeasureFacts[],
  rule: ContentRule | undefined,
): readonly Finding[] {
  const priorities = plan.risks.filter(({ rank }) => rank !== undefined);
  const served = new Set(plan.strategies.flatMap(({ risks, retired }) => (retired ? [] : risks)));
  const lacking: Readonly<Record<ContentRequirement, readonly Finding[]>> = {
    'priority-risk': priorities.length === 0 ? [error('priority-risk-missing')] : [],
    'strategy-per-priority-risk': priorities
      .filter(({ id }) => !served.has(id))
      .map(({ id }) => error('strategy-missing', id)),
    'measurable-outcome-per-priority-risk': risksWithoutOutcome(priorities, measures).map(
      ({ id }) => error('measurable-outcome-missing', id),
    ),
  };
  return (rule?.requires ?? []).flatMap((requirement) => lacking[requirement]);
}

// Planning occurs in all four areas, and most of it before incidents happen (Booklet 3).
function advice({ strategies }: PlanContent): readonly Finding[] {
  const followed = strategies.filter(({ retired }) => !retired);
  const warning = (code: FindingCode, subject: string | null = null): Finding => ({
    code,
    severity: 'WARNING',
    subject,
  });
  const inArea = (area: PlanningArea) => followed.filter((each) => each.area === area).length;
  const isDownstream = inArea('INCIDENT_RESPONSE') * 2 > followed.length;
  return [
    ...planningAreas
      .filter((area) => inArea(area) === 0)
      .map((area) => warning('area-not-covered', area)),
    ...(isDownstream ? [warning('mostly-incident-response')] : []),
  ];
}

/**
 * What a plan lacks on a day: by the rules in force when its last council adopted it or, before
 * that, on the day itself. What the Act asks is an error, what the framework advises a warning.
 */
export function findingsOf(
  plan: PlanContent,
  measures: readonly MeasureFacts[],
  { committeeSeats = [], consultations = [], content = [] }: StatutoryRules,
  on: CivilDate,
): readonly Finding[] {
  const judgedOn = adoptedByAllBy(plan, on) ?? on;
  return [
    ...seatFindings(plan, inForce(committeeSeats, judgedOn), on),
    ...consultationFindings(plan, inForce(consultations, judgedOn), on),
    ...contentFindings(plan, measures, inForce(content, judgedOn)),
    ...advice(plan),
  ];
}
