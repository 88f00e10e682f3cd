import 'reflect-metadata';
import { createPubSub } from '@graphql-yoga/subscription';
import {
  lexicographicSortSchema,
  printSchema,
  type GraphQLInterfaceType,
  type GraphQLSchema,
} from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { ReportingAreaMutations } from './area/reporting-area.mutations.js';
import { ReportingAreaQueries } from './area/reporting-area.queries.js';
import { CodeListMutations } from './code-list/code-list.mutations.js';
import { CodeListQueries } from './code-list/code-list.queries.js';
import { AgeingQueries } from './commitment/ageing.queries.js';
import { CommitmentFields } from './commitment/commitment.fields.js';
import { CommitmentMutations } from './commitment/commitment.mutations.js';
import { CommitmentQueries } from './commitment/commitment.queries.js';
import { HandoverMutations } from './commitment/handover.mutations.js';
import { CommitmentTrackingMutations } from './commitment/commitment-tracking.mutations.js';
import { ConsentMutations } from './consent/consent.mutations.js';
import { ConsentQueries } from './consent/consent.queries.js';
import { CoverageQueries } from './coverage/coverage.queries.js';
import { ComparisonQueries } from './history/comparison.queries.js';
import { DistributionQueries } from './history/distribution.queries.js';
import { ObservationHistoryQueries } from './history/observations.queries.js';
import { RevisionQueries } from './history/revisions.queries.js';
import { ImportMutations } from './import/import.mutations.js';
import { ImportQueries } from './import/import.queries.js';
import { UniverseFields } from './indicator/indicator.fields.js';
import { IndicatorMutations } from './indicator/indicator.mutations.js';
import { IndicatorQueries } from './indicator/indicator.queries.js';
import { MeasureFields } from './measure/measure.fields.js';
import { MeasureMutations } from './measure/measure.mutations.js';
import { MeasureQueries } from './measure/measure.queries.js';
import { typeOfNode } from './node.object.js';
import { NodeQueries } from './node.queries.js';
import { ClockQueries } from './obligations/clocks.queries.js';
import { DueQueries } from './obligations/due.queries.js';
import { StatutoryRulesQueries } from './obligations/statutory-rules.queries.js';
import { ObligationQueries } from './obligations/obligations.queries.js';
import { OrganizationMutations } from './organization/organization.mutations.js';
import { OrganizationQueries } from './organization/organization.queries.js';
import { ObservationFields } from './outcome/observation.fields.js';
import { ObservationMutations } from './outcome/observation.mutations.js';
import { OutcomeRollupQueries } from './outcome/outcome-rollup.queries.js';
import { OutcomeQueries } from './outcome/outcome.queries.js';
import { ProgressMutations } from './outcome/progress.mutations.js';
import { ProvinceOutcomeFields } from './outcome/province-outcome.fields.js';
import { SeriesFields } from './outcome/series.fields.js';
import { SeriesQueries } from './outcome/series.queries.js';
import { PersonMutations } from './person/person.mutations.js';
import { PersonQueries } from './person/person.queries.js';
import { StoryMutations } from './outcome/story.mutations.js';
import { PlanChangeQueries } from './plan/plan-changes.queries.js';
import { PlanFields } from './plan/plan.fields.js';
import { PlanLifeMutations } from './plan/plan-life.mutations.js';
import { PlanOrganizingMutations } from './plan/plan-organizing.mutations.js';
import { PlanMutations } from './plan/plan.mutations.js';
import { PlanQueries } from './plan/plan.queries.js';
import { PlanResultsQueries } from './plan/plan-results.queries.js';
import { CycleFields } from './reporting/cycle.fields.js';
import { ReportingMutations } from './reporting/reporting.mutations.js';
import { ReportingQueries } from './reporting/reporting.queries.js';
import { RequestMutations } from './reporting/request.mutations.js';
import { RequestQueries } from './reporting/request.queries.js';
import { SubmissionFields } from './reporting/submission.fields.js';
import { RecordMutations } from './record/record.mutations.js';
import { PlanSubscriptions } from './timeline/plan-changed.subscriptions.js';
import { TimelineFields } from './timeline/timeline.fields.js';
import { TimelineQueries } from './timeline/timeline.queries.js';
import { ViewerQueries } from './viewer/viewer.queries.js';

/** Every class whose methods answer a field. */
const resolvers: NonEmptyArray<Function> = [
  CodeListMutations,
  ClockQueries,
  CodeListQueries,
  DueQueries,
  AgeingQueries,
  CommitmentFields,
  CommitmentMutations,
  CommitmentQueries,
  CommitmentTrackingMutations,
  HandoverMutations,
  ConsentMutations,
  ConsentQueries,
  CoverageQueries,
  CycleFields,
  ComparisonQueries,
  DistributionQueries,
  ImportMutations,
  ImportQueries,
  IndicatorMutations,
  IndicatorQueries,
  UniverseFields,
  MeasureFields,
  MeasureMutations,
  MeasureQueries,
  NodeQueries,
  ObligationQueries,
  ObservationHistoryQueries,
  ObservationFields,
  ObservationMutations,
  OrganizationMutations,
  OrganizationQueries,
  OutcomeQueries,
  OutcomeRollupQueries,
  PersonMutations,
  PersonQueries,
  PlanChangeQueries,
  PlanFields,
  PlanLifeMutations,
  PlanOrganizingMutations,
  PlanMutations,
  PlanQueries,
  PlanResultsQueries,
  PlanSubscriptions,
  ProgressMutations,
  ProvinceOutcomeFields,
  RecordMutations,
  ReportingAreaMutations,
  ReportingAreaQueries,
  ReportingMutations,
  ReportingQueries,
  RequestMutations,
  RequestQueries,
  RevisionQueries,
  SeriesFields,
  SeriesQueries,
  StatutoryRulesQueries,
  StoryMutations,
  SubmissionFields,
  TimelineFields,
  TimelineQueries,
  ViewerQueries,
];

/** The schema; decorators are collected process-wide, so there is one per process. */
export async function buildHubSchema(): Promise<GraphQLSchema> {
  // Subscriptions bring their own streams; the library wants a hub for them all the same.
  const schema = await buildSchema({ resolvers, validate: true, pubSub: createPubSub() });
  // The library would make it asynchronous, which compiled operations do not wait for.
  (schema.getType('Node') as GraphQLInterfaceType).resolveType = typeOfNode;
  return schema;
}

/** The schema as text, sorted, for `schema.graphql`. */
export const printHubSchema = async (): Promise<string> =>
  `${printSchema(lexicographicSortSchema(await buildHubSchema()))}\n`;
