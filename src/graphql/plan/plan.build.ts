import { planStatus } from '../../domain/plan/rules.js';
import type { PlanBody as PlanBodyRow, PlanRisk } from '../../projections/current-plan/view.js';
import type { Reading } from '../as-of.js';
import { codeLabel } from '../code-list/code-label.js';
import { buildCommitment } from '../commitment/commitment.build.js';
import type { Commitment } from '../commitment/commitment.object.js';
import { buildMeasure } from '../measure/measure.build.js';
import { once } from '../once.js';
import { buildOrganization } from '../organization/organization.build.js';
import type { Roster } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import { withLife } from './plan-life.build.js';
import type { Adoption, Plan, PlanBody } from './plan.object.js';
import type { Risk, Strategy } from './strategy.object.js';
import type { VisiblePlan } from '../../projections/due/visible-plan.js';

const buildAdoption = (
  { council, ...adoption }: NonNullable<PlanBodyRow['adoption']>,
  organizations: Roster['organizations'],
): Adoption => ({
  ...adoption,
  council: council === undefined ? null : buildOrganization(council, organizations),
});

const buildBody = (row: PlanBodyRow, { organizations }: Roster): PlanBody => ({
  organization: buildOrganization(row.body, organizations),
  joinedOn: row.joinedOn,
  leftOn: row.leftOn ?? null,
  adoption: row.adoption ? buildAdoption(row.adoption, organizations) : null,
  predecessors: (row.predecessors ?? []).map(({ body, endedOn }) => ({
    organization: buildOrganization(body, organizations),
    endedOn,
  })),
});

const buildRisk = (risk: PlanRisk, { context }: Reading): Risk => {
  const { id, code, narrative, rank, vulnerableGroups, evidence } = risk;
  return {
    id,
    code,
    name: codeLabel('risk-factors', code, context),
    narrative: narrative ? freeTextOf(narrative, context) : null,
    rank: rank ?? null,
    vulnerableGroups,
    vulnerableGroupNames: vulnerableGroups.map((group) =>
      codeLabel('vulnerable-groups', group, context),
    ),
    evidence: evidence ? freeTextOf(evidence, context) : null,
  };
};

// Ranks end at 999; what has none comes after, in the order of identification.
const lastRank = 1000;

const byRank = (a: PlanRisk, b: PlanRisk): number => (a.rank ?? lastRank) - (b.rank ?? lastRank);

function buildStrategies(
  { plan }: VisiblePlan,
  risks: readonly Risk[],
  commitments: readonly Commitment[],
  { context }: Reading,
): readonly Strategy[] {
  const serving = Map.groupBy(commitments, ({ strategyId }) => strategyId);
  return plan.strategies.map((strategy) => ({
    id: strategy.id,
    title: freeTextOf(strategy.title, context),
    area: strategy.area,
    sectors: strategy.sectors,
    sectorNames: strategy.sectors.map((sector) => codeLabel('sectors', sector, context)),
    risks: risks.filter(({ id }) => strategy.risks.includes(id)),
    commitments: serving.get(strategy.id) ?? [],
    retired: strategy.retired,
  }));
}

/** A plan out of its documents; each part is built when it is read. */
export function buildPlan(whole: VisiblePlan, roster: Roster, reading: Reading): Plan {
  const { plan, facts } = whole;
  const bodies = once(() => plan.bodies.map((body) => buildBody(body, roster)));
  const risks = once(() => plan.risks.toSorted(byRank).map((risk) => buildRisk(risk, reading)));
  const commitments = once(() =>
    whole.commitments.map((document) => buildCommitment(document, roster, reading)),
  );
  const built = {
    facts,
    whole,
    reading,
    everyStrategy: () => buildStrategies(whole, risks(), commitments(), reading),
    everyMeasure: () => whole.measures.map((document) => buildMeasure(document, roster, reading)),
    id: plan.id,
    revision: plan.revision,
    title: freeTextOf(plan.title, reading.context),
    status: planStatus(facts),
    demonstration: plan.demonstration,
    openedOn: plan.openedOn,
    get bodies() {
      return bodies();
    },
    get risks() {
      return risks();
    },
    get commitments() {
      return commitments();
    },
    publication: plan.publication ?? null,
    asOf: reading.info,
  };
  return withLife(built, plan, roster, reading);
}
