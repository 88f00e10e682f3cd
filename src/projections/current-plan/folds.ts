import type { EventData, EventType } from '../../domain/catalogue.js';
import type { AnyFold, EventHeader } from '../../domain/fold.js';
import { change, type Changes } from './change.js';
import { commitmentChanges, emptyCommitment } from './commitment-changes.js';
import { emptyLife, lifeChanges } from './life-changes.js';
import type {
  CommitmentDocument,
  MeasureDocument,
  PlanBody,
  PlanDocument,
  PlanRisk,
  PlanStrategy,
} from './view.js';

/** How a document follows from the events of its stream; undefined before it begins. */
export type DocumentFold<Document> = AnyFold<Document | undefined>;

type Begin<Document> = (data: never, event: EventHeader) => Document;
type Change<Document> = (document: Document, data: never, event: EventHeader) => Document;

// What follows an opening recorded in error has nothing to change.
function documentFold<Document>(
  begin: { readonly [T in EventType]?: (data: EventData<T>, event: EventHeader) => Document },
  changes: Changes<Document>,
): DocumentFold<Document> {
  const on: Record<string, DocumentFold<Document>['on'][string]> = {};
  for (const [type, start] of Object.entries(begin))
    on[type] = (_, data, event) => (start as Begin<Document>)(data, event);
  for (const [type, apply] of Object.entries(changes))
    on[type] = (document, data, event) =>
      document && (apply as Change<Document>)(document, data, event);
  return { initial: undefined, on };
}

const bodyIs = (body: string) => (entry: PlanBody) =>
  entry.body === body && entry.leftOn === undefined;
/** A council adopts for those parts of its body that no council had adopted the plan for. */
function adopted(
  bodies: readonly PlanBody[],
  body: string,
  adoption: NonNullable<PlanBody['adoption']>,
): readonly PlanBody[] {
  const own = bodies.filter(bodyIs(body));
  const missing = own.filter((part) => part.adoption === undefined);
  const parts = new Set(missing.length > 0 ? missing : own);
  return change(
    bodies,
    (part) => parts.has(part),
    (part) => ({ ...part, adoption }),
  );
}

const riskIs = (riskId: string) => (entry: PlanRisk) => entry.id === riskId;
const strategyIs = (strategyId: string) => (entry: PlanStrategy) => entry.id === strategyId;

const unranked = ({ rank: _, ...risk }: PlanRisk): PlanRisk => risk;

const strategyOf = (data: EventData<'StrategyAdopted'>): PlanStrategy => ({
  id: data.strategyId,
  title: data.title,
  area: data.area,
  sectors: data.sectors,
  risks: data.risks,
  retired: false,
});

/** The plan document after the events of its stream. */
export const planFold = documentFold<PlanDocument>(
  {
    PlanOpened: ({ title, bodies, demonstration }, { stream, revision, metadata }) => ({
      id: stream,
      revision,
      title,
      demonstration,
      openedOn: metadata.effectiveOn,
      bodies: bodies.map((body) => ({ body, joinedOn: metadata.effectiveOn })),
      risks: [],
      strategies: [],
      ...emptyLife,
    }),
  },
  {
    BodyJoinedPlan: (plan, { body }, { metadata }) => ({
      ...plan,
      bodies: [...plan.bodies, { body, joinedOn: metadata.effectiveOn }],
    }),
    BodyLeftPlan: (plan, { body }, { metadata }) => ({
      ...plan,
      bodies: change(plan.bodies, bodyIs(body), (part) => ({
        ...part,
        leftOn: metadata.effectiveOn,
      })),
    }),
    BodySucceededInPlan: (plan, { body, successor, endedOn }) => ({
      ...plan,
      bodies: change(plan.bodies, bodyIs(body), ({ predecessors = [], ...part }) => ({
        ...part,
        body: successor,
        predecessors: [...predecessors, { body, endedOn }],
      })),
    }),
    RiskIdentified: (plan, { riskId, code, narrative }) => ({
      ...plan,
      risks: [
        ...plan.risks,
        { id: riskId, code, ...(narrative && { narrative }), vulnerableGroups: [] },
      ],
    }),
    RiskPrioritized: (plan, { riskId, rank }) => ({
      ...plan,
      risks: change(plan.risks, riskIs(riskId), (risk) => ({ ...risk, rank })),
    }),
    RiskDeprioritized: (plan, { riskId }) => ({
      ...plan,
      risks: change(plan.risks, riskIs(riskId), unranked),
    }),
    StrategyAdopted: (plan, data) => ({
      ...plan,
      strategies: [...plan.strategies, strategyOf(data)],
    }),
    StrategyRevised: (plan, data) => ({
      ...plan,
      strategies: change(plan.strategies, strategyIs(data.strategyId), ({ retired }) => ({
        ...strategyOf(data),
        retired,
      })),
    }),
    StrategyRetired: (plan, { strategyId }) => ({
      ...plan,
      strategies: change(plan.strategies, strategyIs(strategyId), (strategy) => ({
        ...strategy,
        retired: true,
      })),
    }),
    PlanAdopted: (plan, { body, ...adoption }) => ({
      ...plan,
      bodies: adopted(plan.bodies, body, { ...adoption, council: body }),
    }),
    PlanPublished: (plan, publication) => ({ ...plan, publication }),
    ...lifeChanges,
  },
);

/** The commitment document after the events of its stream. */
export const commitmentFold = documentFold<CommitmentDocument>(
  {
    CommitmentMade: (data, { stream, revision, metadata }) => ({
      ...data,
      id: stream,
      revision,
      madeOn: metadata.effectiveOn,
      ...emptyCommitment,
    }),
  },
  commitmentChanges,
);

/** The measure document after the events of its stream. */
export const measureFold = documentFold<MeasureDocument>(
  {
    MeasureDefined: (data, { stream, revision }) => ({
      ...data,
      id: stream,
      revision,
      retired: false,
    }),
  },
  {
    BaselineSet: (measure, baseline) => ({ ...measure, baseline }),
    TargetSet: (measure, target) => ({ ...measure, target }),
    TargetRevised: (measure, { reason: _, ...target }) => ({ ...measure, target }),
    MeasureRetired: (measure) => ({ ...measure, retired: true }),
  },
);
