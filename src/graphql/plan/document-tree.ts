import type { Category } from '../../domain/identifiers.js';
import {
  commitmentFold,
  measureFold,
  planFold,
  type DocumentFold,
} from '../../projections/current-plan/folds.js';
import type {
  CommitmentDocument,
  CommitteeMember,
  MeasureDocument,
  PlanBody,
  PlanDocument,
} from '../../projections/current-plan/view.js';
import { withholdFromDocument } from '../../projections/consent/withhold.js';

/**
 * A document as a tree whose lists are records by id, or by number where entries have none, so
 * that entries keep their place. Lists of codes stay lists.
 */
export type Tree = Readonly<Record<string, unknown>>;

/** How the streams of a plan become parts of its tree. */
export type Part = {
  readonly fold: DocumentFold<never>;
  readonly tree: (document: never, withheld: ReadonlySet<string>) => Tree;
  /** Place of the part in the plan's tree; undefined for the plan itself. */
  readonly collection?: string;
};

const byId = <Entry extends { readonly id: string }>(entries: readonly Entry[]): Tree =>
  Object.fromEntries(entries.map(({ id, ...entry }) => [id, entry]));

/** A part in a plan; whose council adopted it is told where it was another's. */
function partTree(body: string, { adoption, predecessors, ...part }: Omit<PlanBody, 'body'>): Tree {
  const { council, ...adopted } = adoption ?? {};
  return {
    ...part,
    ...(adoption && { adoption: council === body ? adopted : adoption }),
    ...(predecessors && { predecessors: { ...predecessors } }),
  };
}

/** Bodies by code; a body that joined again has a second entry, "3541004.2". */
function byBody(bodies: readonly PlanBody[]): Tree {
  const times = new Map<string, number>();
  const entries = bodies.map(({ body, ...part }) => {
    const time = (times.get(body) ?? 0) + 1;
    times.set(body, time);
    return [time === 1 ? body : `${body}.${time}`, partTree(body, part)];
  });
  return Object.fromEntries(entries);
}

const bySeat = (seats: CommitteeMember['seats']): Tree =>
  Object.fromEntries(seats.map(({ seat, ...held }) => [seat, held]));

const planTree = (document: PlanDocument, withheld: ReadonlySet<string>): Tree => {
  const { id: _, revision: __, ...plan } = withholdFromDocument(document, withheld);
  return {
    ...plan,
    bodies: byBody(plan.bodies),
    risks: byId(plan.risks),
    strategies: byId(plan.strategies),
    roles: byId(plan.roles),
    committee: byId(plan.committee.map((member) => ({ ...member, seats: bySeat(member.seats) }))),
    exemptedSeats: Object.fromEntries(plan.exemptedSeats.map((seat) => [seat, true])),
    consultations: byId(plan.consultations),
    protectiveFactors: byId(plan.protectiveFactors),
    planners: { ...plan.planners },
    interimSubmissions: { ...plan.interimSubmissions },
    effectReports: { ...plan.effectReports },
    reviews: { ...plan.reviews },
    revisions: { ...plan.revisions },
  };
};

const commitmentTree = ({
  id: _,
  revision: __,
  planId: ___,
  // Who handed it over is told by the change of partner, and a person is nobody's business.
  handovers: ____,
  responsible,
  ...commitment
}: CommitmentDocument): Tree => ({
  ...commitment,
  ...(responsible?.position && { responsible: responsible.position }),
  progress: { ...commitment.progress },
  declarations: { ...commitment.declarations },
  resources: byId(commitment.resources),
  milestones: byId(commitment.milestones),
  evidence: byId(commitment.evidence),
});

const measureTree = ({ id: _, revision: __, planId: ___, ...measure }: MeasureDocument): Tree =>
  measure;

/** The parts of a plan, by category of stream. */
export const parts: Readonly<Partial<Record<Category, Part>>> = {
  plan: { fold: planFold as DocumentFold<never>, tree: planTree },
  commitment: {
    fold: commitmentFold as DocumentFold<never>,
    tree: commitmentTree,
    collection: 'commitments',
  },
  measure: {
    fold: measureFold as DocumentFold<never>,
    tree: measureTree,
    collection: 'measures',
  },
};

/** The tree of a plan before anything was decided: the collections an entry is added to. */
export const emptyTree: Tree = {
  bodies: {},
  risks: {},
  strategies: {},
  roles: {},
  committee: {},
  exemptedSeats: {},
  consultations: {},
  protectiveFactors: {},
  planners: {},
  interimSubmissions: {},
  effectReports: {},
  reviews: {},
  revisions: {},
};
