import { planningAreas, type PlanningArea } from './events.js';
import { risksWithoutOutcome, type MeasureFacts } from './requirements.js';

/** What coverage needs to know of a plan. */
export type CoveredPlan = {
  readonly plan: {
    readonly id: string;
    readonly risks: readonly {
      readonly id: string;
      readonly code: string;
      readonly rank?: number;
    }[];
    readonly strategies: readonly {
      readonly id: string;
      readonly area: PlanningArea;
      readonly sectors: readonly string[];
      readonly risks: readonly string[];
      readonly retired: boolean;
    }[];
  };
  readonly commitments: readonly {
    readonly id: string;
    readonly strategyId: string;
    readonly status: string;
    readonly progress: readonly unknown[];
  }[];
  readonly measures: readonly MeasureFacts[];
};

/** How often a risk is met in an area by a sector. Only cells that are not empty are told. */
export type CoverageCell = {
  /** Code of the scheme `risk-factors`. */
  readonly risk: string;
  readonly area: PlanningArea;
  /** Code of the scheme `sectors`. */
  readonly sector: string;
  readonly strategies: number;
  /** Commitments that stand or were kept, within those strategies. */
  readonly commitments: number;
};

/** A priority risk that no strategy of its plan meets in an area, and in how many plans. */
export type CoverageGap = {
  readonly risk: string;
  readonly area: PlanningArea;
  readonly plans: number;
};

/** A part of a plan that lacks what should follow it. */
export type Loose = { readonly planId: string; readonly id: string };

/** How plans cover risks, areas and sectors, and what is missing. */
export type Coverage = {
  readonly cells: readonly CoverageCell[];
  readonly gaps: readonly CoverageGap[];
  readonly strategiesWithoutCommitments: readonly Loose[];
  readonly commitmentsWithoutProgress: readonly Loose[];
  readonly risksWithoutOutcomes: readonly Loose[];
};

const followed = ({ plan }: CoveredPlan) => plan.strategies.filter(({ retired }) => !retired);
const prioritized = ({ plan }: CoveredPlan) => plan.risks.filter(({ rank }) => rank !== undefined);
const kept = ({ commitments }: CoveredPlan) =>
  commitments.filter(({ status }) => status !== 'WITHDRAWN');

/** One line per risk, area and sector that a strategy touches. */
function touchesOf(covered: CoveredPlan): readonly CoverageCell[] {
  const codes = new Map(covered.plan.risks.map(({ id, code }) => [id, code]));
  const within = Map.groupBy(kept(covered), ({ strategyId }) => strategyId);
  return followed(covered).flatMap(({ id, area, sectors, risks }) =>
    risks.flatMap((riskId) => {
      const risk = codes.get(riskId);
      const commitments = within.get(id)?.length ?? 0;
      return risk === undefined
        ? []
        : sectors.map((sector) => ({ risk, area, sector, strategies: 1, commitments }));
    }),
  );
}

const inOrder = <Entry extends { readonly risk: string; readonly area: PlanningArea }>(
  entries: readonly Entry[],
  sectorOf: (entry: Entry) => string = () => '',
): readonly Entry[] => {
  const key = (entry: Entry) =>
    `${entry.risk} ${planningAreas.indexOf(entry.area)} ${sectorOf(entry)}`;
  return entries.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};

function cellsOf(plans: readonly CoveredPlan[]): readonly CoverageCell[] {
  const touches = plans.flatMap(touchesOf);
  const keyOf = ({ risk, area, sector }: CoverageCell) => `${risk} ${area} ${sector}`;
  const cells = [...Map.groupBy(touches, keyOf).values()].map((same) => ({
    ...(same[0] as CoverageCell),
    strategies: same.length,
    commitments: same.reduce((sum, { commitments }) => sum + commitments, 0),
  }));
  return inOrder(cells, ({ sector }) => sector);
}

function gapsOf(plans: readonly CoveredPlan[]): readonly CoverageGap[] {
  const missing = plans.flatMap((covered) =>
    prioritized(covered).flatMap(({ id, code: risk }) =>
      planningAreas
        .filter(
          (area) =>
            !followed(covered).some((each) => each.area === area && each.risks.includes(id)),
        )
        .map((area) => ({ risk, area, plans: 1 })),
    ),
  );
  const byPlace = Map.groupBy(missing, ({ risk, area }) => `${risk} ${area}`);
  const gaps = [...byPlace.values()].map((same) => ({
    ...(same[0] as CoverageGap),
    plans: same.length,
  }));
  return inOrder(gaps);
}

/**
 * How plans cover risks, the four areas and the sectors. A strategy of several sectors counts in
 * each of them with all of its commitments, so cells of different sectors are not to be added.
 */
export function coverageOf(plans: readonly CoveredPlan[]): Coverage {
  const loose = (find: (covered: CoveredPlan) => readonly { readonly id: string }[]) =>
    plans.flatMap((covered) => find(covered).map(({ id }) => ({ planId: covered.plan.id, id })));
  return {
    cells: cellsOf(plans),
    gaps: gapsOf(plans),
    strategiesWithoutCommitments: loose((covered) => {
      const served = new Set(kept(covered).map(({ strategyId }) => strategyId));
      return followed(covered).filter(({ id }) => !served.has(id));
    }),
    commitmentsWithoutProgress: loose(({ commitments }) =>
      commitments.filter(({ status, progress }) => status === 'ACTIVE' && progress.length === 0),
    ),
    risksWithoutOutcomes: loose((covered) =>
      risksWithoutOutcome(prioritized(covered), covered.measures),
    ),
  };
}
