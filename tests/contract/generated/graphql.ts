/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Why there is no value. */
export type Absence =
  /** The bodies that reported cover too few people. */
  | 'BELOW_COVERAGE_FLOOR'
  /** Values of this kind cannot be put together. */
  | 'NOT_AGGREGATABLE'
  /** The number is not released to the public. */
  | 'NOT_RELEASED'
  /** Nothing was reported. */
  | 'NO_REPORTS'
  /** Bodies that reported overlap, so their values would count people twice. */
  | 'OVERLAP'
  /** It is hidden because it would say too much about few people. */
  | 'SUPPRESSED';

/** Which past a query asks about: exactly one of the fields. It fixes the data; authority and redactions are always those of now. */
export type AsOf = {
  /** What the hub knew at this instant. */
  readonly instant?: string | null | undefined;
  /** What the log held after this many events. */
  readonly position?: string | null | undefined;
  /** For observations: what sources had published by this day, as the hub knows it now. */
  readonly sourceReleasedOn?: string | null | undefined;
};

/** What a measure starts from. */
export type BaselineKind =
  /** A value that is not yet known. */
  | 'NOT_YET_KNOWN'
  /** Nothing there before; it starts from zero. */
  | 'STARTS_FROM_ZERO'
  /** A value for a period. */
  | 'VALUE';

/** Where a value for an area comes from. */
export type Basis =
  /** What a source published or, failing that, what bodies reported, put together. */
  | 'BEST'
  /** A source published it for the area. */
  | 'PUBLISHED'
  /** Reports of bodies, put together. */
  | 'ROLLED_UP';

/** One category that a number is broken down to. */
export type CategoryInput = {
  /** Code of that list. */
  readonly category: string | number;
  /** Code list that breaks the indicator down. */
  readonly dimension: string | number;
};

/** How a part of a plan differs between two states. */
export type ChangeKind =
  /** It was not there before. */
  | 'ADDED'
  /** It was there and reads otherwise now. */
  | 'CHANGED'
  /** It is not there any more. */
  | 'REMOVED';

/** How a statutory clock reads on a day. */
export type ClockStatus =
  /** Still to be done, in time. */
  | 'DUE'
  /** The day passed before it was done. */
  | 'LATE'
  /** Done in time. */
  | 'MET'
  /** Nothing started it yet. */
  | 'NOT_APPLICABLE';

/** What became of a commitment. */
export type CommitmentStatus =
  /** It stands and is not fulfilled yet. */
  | 'ACTIVE'
  /** It was kept. */
  | 'FULFILLED'
  /** It will not be kept, for a recorded reason. */
  | 'WITHDRAWN';

/** Confidence interval of a survey estimate. */
export type ConfidenceIntervalInput = {
  /** Level of confidence in percent, "95". */
  readonly level: string;
  /** Lower bound, at most the value. */
  readonly lower: string;
  /** Upper bound, at least the value. */
  readonly upper: string;
};

/** Corrects what a body observed: everything about it is said anew. */
export type CorrectObservationInput = {
  /** What the number is broken down to; empty for the total. */
  readonly categories?: ReadonlyArray<CategoryInput> | null | undefined;
  /** Denominator of a ratio or mean. */
  readonly denominator?: string | null | undefined;
  /** What a reader should know of the number. */
  readonly flags?: ReadonlyArray<ObservationFlag> | null | undefined;
  /** Counts by bucket, one for each of the indicator's histogram. */
  readonly histogram?: ReadonlyArray<string> | null | undefined;
  /** Names the command: 1 to 64 printable ASCII characters. A retry with the same key and content answers as the first did and writes nothing. */
  readonly idempotencyKey: string;
  /** Key of the indicator. */
  readonly indicator: string | number;
  /** Confidence interval, of a survey estimate. */
  readonly interval?: ConfidenceIntervalInput | null | undefined;
  /** Exactly with the flag PARTIAL. */
  readonly missingUnits?: MissingUnitsInput | null | undefined;
  /** What was observed, in words; exactly with a qualitative indicator. */
  readonly narrative?: TextInput | null | undefined;
  /** Numerator of a ratio or mean. */
  readonly numerator?: string | null | undefined;
  /** Code of the body that reports. */
  readonly organization: string | number;
  /** Period it is of, of the indicator's kind. */
  readonly period: string;
  /** Why it is corrected. */
  readonly reason: TextInput;
  /** Day on which its source published it; not in the future. */
  readonly sourceReleasedOn?: string | null | undefined;
  /** What is known. */
  readonly status?: ObservationStatus | null | undefined;
  /** The number. Of a ratio it may be left out: it follows from the parts. */
  readonly value?: string | null | undefined;
};

/** What an indicator measures, which decides how its values may be put together. */
export type IndicatorKind =
  /** Things that happened in a period, counted. */
  | 'COUNT_FLOW'
  /** Things there are at a point in time, counted. */
  | 'COUNT_STOCK'
  /** An index its source publishes; never computed from parts. */
  | 'INDEX_PUBLISHED'
  /** A total over the number of cases. */
  | 'MEAN'
  /** A median or percentile; put together from counts by bucket alone. */
  | 'MEDIAN_OR_PERCENTILE'
  /** A place on a scale. */
  | 'ORDINAL'
  /** A judgment in words, without a number. */
  | 'QUALITATIVE'
  /** Numerator over denominator, times a factor. */
  | 'RATIO'
  /** An estimate from a survey. */
  | 'SURVEY_ESTIMATE';

/** A partner undertakes something within a strategy. */
export type MakeCommitmentInput = {
  /** Day by which it is to be done. */
  readonly dueOn?: string | null | undefined;
  /** Refuse unless the plan still stands at this revision. */
  readonly expectedRevision?: number | null | undefined;
  /** Names the command: 1 to 64 printable ASCII characters. A retry with the same key and content answers as the first did and writes nothing. */
  readonly idempotencyKey: string;
  /** Code of the organization that undertakes it. */
  readonly partner: string | number;
  /** Id of the plan. */
  readonly planId: string | number;
  /** What is undertaken. */
  readonly statement: TextInput;
  /** Id of the strategy within the plan. */
  readonly strategyId: string | number;
};

/** How many of the source's units are missing from a PARTIAL number. */
export type MissingUnitsInput = {
  /** Units missing, 1 or more. */
  readonly missing: number;
  /** Units there are. */
  readonly total: number;
};

/** What a reader should know of a number. */
export type ObservationFlag =
  /** It is not comparable with the periods before. */
  | 'BREAK'
  /** It was estimated. */
  | 'ESTIMATED'
  /** Its source advises caution. */
  | 'LOW_RELIABILITY'
  /** Units of the source are missing from it. */
  | 'PARTIAL'
  /** It may still change. */
  | 'PROVISIONAL'
  /** Its source revised it. */
  | 'REVISED';

/** What is known of an observation. A true zero is REPORTED "0"; missing is not zero. */
export type ObservationStatus =
  /** The indicator does not apply to the body. */
  | 'NOT_APPLICABLE'
  /** The body did not report. */
  | 'NOT_REPORTED'
  /** There is a number, or a judgment. */
  | 'REPORTED'
  /** The source hides the number. */
  | 'SUPPRESSED_AT_SOURCE'
  /** It was recorded and withdrawn. */
  | 'WITHDRAWN';

/** Opens a plan. */
export type OpenPlanInput = {
  /** Codes of the bodies taking part, at least one. */
  readonly bodies: ReadonlyArray<string | number>;
  /** Day on which it happened; default today in Toronto. */
  readonly effectiveOn?: string | null | undefined;
  /** Names the command: 1 to 64 printable ASCII characters. A retry with the same key and content answers as the first did and writes nothing. */
  readonly idempotencyKey: string;
  /** Title of the plan. */
  readonly title: TextInput;
};

/** Level of the logic model (Booklet 3, tool 6). */
export type OutcomeLevel =
  /** A change in knowledge, skills or awareness. */
  | 'IMMEDIATE'
  /** A change in behaviour, practice or service. */
  | 'INTERMEDIATE'
  /** A change in the state of the community. */
  | 'LONG_TERM'
  /** What activities produce. */
  | 'OUTPUT';

/** Which plans are wanted; every field narrows it down. */
export type PlanFilter = {
  /** Plans that this body takes part in. */
  readonly body?: string | number | null | undefined;
  /** Plans that stand there. */
  readonly status?: PlanStatus | null | undefined;
};

/** Where a plan stands. */
export type PlanStatus =
  /** Every participating body has adopted it. */
  | 'ADOPTED'
  /** A participating body has not adopted it yet. */
  | 'IN_PREPARATION'
  /** Adopted by all and published on the Internet. */
  | 'PUBLISHED'
  /** Another plan took its place. */
  | 'SUPERSEDED';

/** The four planning areas of the framework (Booklet 3, section 2). */
export type PlanningArea =
  /** Critical and non-critical incident response. */
  | 'INCIDENT_RESPONSE'
  /** Proactively reducing identified risks. */
  | 'PREVENTION'
  /** Mitigating situations of elevated risk. */
  | 'RISK_INTERVENTION'
  /** Promoting and maintaining community safety and well-being. */
  | 'SOCIAL_DEVELOPMENT';

/** How a series moves towards where it should go. */
export type ProgressStatus =
  /** Moving the wrong way. */
  | 'DETERIORATION'
  /** Hardly moving the right way. */
  | 'LIMITED'
  /** Moving the right way, too slowly for the target. */
  | 'MODERATE'
  /** It cannot be judged. */
  | 'NOT_AVAILABLE'
  /** On track. */
  | 'SUBSTANTIAL'
  /** The target is reached. */
  | 'TARGET_ACHIEVED';

/** Records what a body observed. */
export type RecordObservationInput = {
  /** What the number is broken down to; empty for the total. */
  readonly categories?: ReadonlyArray<CategoryInput> | null | undefined;
  /** Denominator of a ratio or mean. */
  readonly denominator?: string | null | undefined;
  /** What a reader should know of the number. */
  readonly flags?: ReadonlyArray<ObservationFlag> | null | undefined;
  /** Counts by bucket, one for each of the indicator's histogram. */
  readonly histogram?: ReadonlyArray<string> | null | undefined;
  /** Names the command: 1 to 64 printable ASCII characters. A retry with the same key and content answers as the first did and writes nothing. */
  readonly idempotencyKey: string;
  /** Key of the indicator. */
  readonly indicator: string | number;
  /** Confidence interval, of a survey estimate. */
  readonly interval?: ConfidenceIntervalInput | null | undefined;
  /** Exactly with the flag PARTIAL. */
  readonly missingUnits?: MissingUnitsInput | null | undefined;
  /** What was observed, in words; exactly with a qualitative indicator. */
  readonly narrative?: TextInput | null | undefined;
  /** Numerator of a ratio or mean. */
  readonly numerator?: string | null | undefined;
  /** Code of the body that reports. */
  readonly organization: string | number;
  /** Period it is of, of the indicator's kind. */
  readonly period: string;
  /** Day on which its source published it; not in the future. */
  readonly sourceReleasedOn?: string | null | undefined;
  /** What is known. */
  readonly status?: ObservationStatus | null | undefined;
  /** The number. Of a ratio it may be left out: it follows from the parts. */
  readonly value?: string | null | undefined;
};

/** Whether the ministry has reviewed a number. */
export type Review =
  /** The ministry accepted it. */
  | 'ACCEPTED'
  /** No review was asked for. */
  | 'NONE'
  /** It waits to be reviewed. */
  | 'PENDING';

/** How a target is to be read. */
export type TargetKind =
  /** The value to be reached. */
  | 'ABSOLUTE'
  /** A share to be completed, in percent. */
  | 'COMPLETION'
  /** A change from the baseline, in percentage points. */
  | 'PERCENTAGE_POINT_CHANGE'
  /** A change from the baseline, in percent of it. */
  | 'RELATIVE_CHANGE';

/** A text in English, in French or in both; at least one is needed. */
export type TextInput = {
  /** In English. */
  readonly en?: string | null | undefined;
  /** In French. */
  readonly fr?: string | null | undefined;
};

/** Tier of a municipality (Municipal Act, 2001, s. 1). */
export type Tier =
  /** Lower-tier: part of an upper-tier municipality. */
  | 'LOWER'
  /** Single-tier: no other municipality covers its territory. */
  | 'SINGLE'
  /** Upper-tier: a county or region made of lower-tier municipalities. */
  | 'UPPER';

export type ProvinceOutcomeQueryVariables = Exact<{
  indicator: string | number;
  period: string;
  area?: string | number | null | undefined;
  basis?: Basis | null | undefined;
  categories?: ReadonlyArray<CategoryInput> | CategoryInput | null | undefined;
  asOf?: AsOf | null | undefined;
}>;


export type ProvinceOutcomeQuery = { readonly provinceOutcome: { readonly period: string, readonly basis: Basis, readonly value: string | null, readonly absence: Absence | null, readonly numerator: string | null, readonly denominator: string | null, readonly indicator: { readonly key: string, readonly kind: IndicatorKind, readonly version: number, readonly decimals: number, readonly name: { readonly en: string | null, readonly fr: string | null }, readonly unit: { readonly en: string | null, readonly fr: string | null } }, readonly area: { readonly code: string, readonly name: { readonly en: string | null, readonly fr: string | null } }, readonly completeness: { readonly bodiesExpected: number, readonly bodiesReporting: number, readonly bodiesSuppressedAtSource: number, readonly populationCoverage: string | null, readonly partial: number }, readonly asOf: { readonly position: string, readonly recordedAt: string | null, readonly viewVersion: string } } | null };

export type OutcomesByBodyQueryVariables = Exact<{
  indicator: string | number;
  period: string;
  asOf?: AsOf | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OutcomesByBodyQuery = { readonly outcomesByBody: { readonly totalCount: number, readonly asOf: { readonly position: string, readonly recordedAt: string | null, readonly viewVersion: string }, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly value: string | null, readonly numerator: string | null, readonly denominator: string | null, readonly status: ObservationStatus, readonly review: Review, readonly flags: ReadonlyArray<ObservationFlag>, readonly organization: { readonly code: string, readonly tier: Tier | null, readonly name: { readonly en: string | null } } | null } }> } | null };

export type OutcomeSeriesQueryVariables = Exact<{
  indicator: string | number;
  organization?: string | number | null | undefined;
  area?: string | number | null | undefined;
  asOf?: AsOf | null | undefined;
}>;


export type OutcomeSeriesQuery = { readonly outcomeSeries: { readonly points: ReadonlyArray<{ readonly period: string, readonly value: string | null, readonly absence: Absence | null, readonly status: ObservationStatus, readonly flags: ReadonlyArray<ObservationFlag>, readonly recordedAt: string | null, readonly revisions: number }>, readonly progress: { readonly status: ProgressStatus, readonly ratio: string | null, readonly baseline: { readonly period: string, readonly value: string } | null, readonly target: { readonly period: string, readonly value: string } | null } } | null };

export type PlanQueryVariables = Exact<{
  id: string | number;
  asOf?: AsOf | null | undefined;
  on?: string | null | undefined;
}>;


export type PlanQuery = { readonly plan: { readonly id: string, readonly revision: number, readonly status: PlanStatus, readonly title: { readonly en: string | null, readonly fr: string | null }, readonly bodies: ReadonlyArray<{ readonly joinedOn: string, readonly leftOn: string | null, readonly organization: { readonly code: string, readonly name: { readonly en: string | null } }, readonly adoption: { readonly adoptedOn: string, readonly resolution: string } | null }>, readonly risks: ReadonlyArray<{ readonly id: string, readonly code: string, readonly rank: number | null, readonly name: { readonly en: string | null, readonly fr: string | null } }>, readonly strategies: ReadonlyArray<{ readonly id: string, readonly area: PlanningArea, readonly sectors: ReadonlyArray<string>, readonly title: { readonly en: string | null }, readonly risks: ReadonlyArray<{ readonly id: string }>, readonly commitments: ReadonlyArray<{ readonly id: string, readonly status: CommitmentStatus, readonly dueOn: string | null, readonly statement: { readonly en: string | null }, readonly partner: { readonly code: string, readonly name: { readonly en: string | null } }, readonly progress: ReadonlyArray<{ readonly reportedOn: string, readonly percent: number }> }> }>, readonly measures: ReadonlyArray<{ readonly id: string, readonly level: OutcomeLevel, readonly indicator: { readonly key: string } | null, readonly baseline: { readonly kind: BaselineKind, readonly value: string | null } | null, readonly target: { readonly kind: TargetKind, readonly value: string, readonly dueOn: string | null } | null }>, readonly clocks: ReadonlyArray<{ readonly code: string, readonly dueOn: string | null, readonly status: ClockStatus }>, readonly asOf: { readonly position: string, readonly recordedAt: string | null, readonly viewVersion: string } } | null };

export type PlansQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: PlanFilter | null | undefined;
  asOf?: AsOf | null | undefined;
}>;


export type PlansQuery = { readonly plans: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly status: PlanStatus, readonly title: { readonly en: string | null } } }> } | null };

export type PlanTimelineQueryVariables = Exact<{
  planId: string | number;
  first: number;
  after?: string | null | undefined;
  asOf?: AsOf | null | undefined;
}>;


export type PlanTimelineQuery = { readonly planTimeline: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly position: string, readonly type: string, readonly recordedAt: string, readonly effectiveOn: string, readonly sentence: string, readonly recordedInError: boolean, readonly actingFor: { readonly code: string, readonly name: { readonly fr: string | null } } } }> } | null };

export type PlanChangesQueryVariables = Exact<{
  planId: string | number;
  from: AsOf;
  to?: AsOf | null | undefined;
}>;


export type PlanChangesQuery = { readonly planChanges: ReadonlyArray<{ readonly path: string, readonly kind: ChangeKind, readonly before: unknown, readonly after: unknown, readonly causedBy: { readonly position: string, readonly type: string } | null }> | null };

export type CoverageQueryVariables = Exact<{
  planId?: string | number | null | undefined;
  asOf?: AsOf | null | undefined;
}>;


export type CoverageQuery = { readonly coverage: { readonly cells: ReadonlyArray<{ readonly area: PlanningArea, readonly sector: string, readonly strategies: number, readonly commitments: number, readonly risk: { readonly code: string } }>, readonly gaps: ReadonlyArray<{ readonly area: PlanningArea, readonly risk: { readonly code: string } }> } | null };

export type ObligationsQueryVariables = Exact<{
  asOf?: AsOf | null | undefined;
  on?: string | null | undefined;
}>;


export type ObligationsQuery = { readonly obligations: { readonly required: number, readonly coveredThroughUpperTier: number, readonly notRequired: number, readonly adopted: number, readonly published: number, readonly overdue: number } | null };

export type OpenPlanMutationVariables = Exact<{
  input: OpenPlanInput;
}>;


export type OpenPlanMutation = { readonly openPlan: { readonly position: string | null, readonly plan: { readonly id: string, readonly revision: number } | null, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } };

export type MakeCommitmentMutationVariables = Exact<{
  input: MakeCommitmentInput;
}>;


export type MakeCommitmentMutation = { readonly makeCommitment: { readonly position: string | null, readonly commitment: { readonly id: string, readonly status: CommitmentStatus } | null, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } };

export type RecordObservationMutationVariables = Exact<{
  input: RecordObservationInput;
}>;


export type RecordObservationMutation = { readonly recordObservation: { readonly position: string | null, readonly observation: { readonly value: string | null, readonly status: ObservationStatus, readonly review: Review } | null, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } };

export type CorrectObservationMutationVariables = Exact<{
  input: CorrectObservationInput;
}>;


export type CorrectObservationMutation = { readonly correctObservation: { readonly position: string | null, readonly observation: { readonly value: string | null, readonly status: ObservationStatus, readonly review: Review } | null, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } };

export type PlanChangedSubscriptionVariables = Exact<{
  planId: string | number;
  since?: string | null | undefined;
}>;


export type PlanChangedSubscription = { readonly planChanged: { readonly position: string, readonly type: string } };


export const ProvinceOutcomeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProvinceOutcome"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Period"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"area"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"basis"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Basis"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"categories"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CategoryInput"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provinceOutcome"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"area"},"value":{"kind":"Variable","name":{"kind":"Name","value":"area"}}},{"kind":"Argument","name":{"kind":"Name","value":"basis"},"value":{"kind":"Variable","name":{"kind":"Name","value":"basis"}}},{"kind":"Argument","name":{"kind":"Name","value":"categories"},"value":{"kind":"Variable","name":{"kind":"Name","value":"categories"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"fr"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"fr"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"fr"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"absence"}},{"kind":"Field","name":{"kind":"Name","value":"numerator"}},{"kind":"Field","name":{"kind":"Name","value":"denominator"}},{"kind":"Field","name":{"kind":"Name","value":"completeness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bodiesExpected"}},{"kind":"Field","name":{"kind":"Name","value":"bodiesReporting"}},{"kind":"Field","name":{"kind":"Name","value":"bodiesSuppressedAtSource"}},{"kind":"Field","name":{"kind":"Name","value":"populationCoverage"}},{"kind":"Field","name":{"kind":"Name","value":"partial"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewVersion"}}]}}]}}]}}]} as unknown as DocumentNode<ProvinceOutcomeQuery, ProvinceOutcomeQueryVariables>;
export const OutcomesByBodyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OutcomesByBody"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Period"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcomesByBody"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"numerator"}},{"kind":"Field","name":{"kind":"Name","value":"denominator"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"review"}},{"kind":"Field","name":{"kind":"Name","value":"flags"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OutcomesByBodyQuery, OutcomesByBodyQueryVariables>;
export const OutcomeSeriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OutcomeSeries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organization"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"area"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcomeSeries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}}},{"kind":"Argument","name":{"kind":"Name","value":"organization"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organization"}}},{"kind":"Argument","name":{"kind":"Name","value":"area"},"value":{"kind":"Variable","name":{"kind":"Name","value":"area"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"absence"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"flags"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"revisions"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"ratio"}},{"kind":"Field","name":{"kind":"Name","value":"baseline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"target"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OutcomeSeriesQuery, OutcomeSeriesQueryVariables>;
export const PlanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Plan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"on"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"fr"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"bodies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"joinedOn"}},{"kind":"Field","name":{"kind":"Name","value":"leftOn"}},{"kind":"Field","name":{"kind":"Name","value":"adoption"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adoptedOn"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"risks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"fr"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rank"}}]}},{"kind":"Field","name":{"kind":"Name","value":"strategies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"sectors"}},{"kind":"Field","name":{"kind":"Name","value":"risks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"commitments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"statement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"progress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"percent"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"Field","name":{"kind":"Name","value":"baseline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"target"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"clocks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"on"},"value":{"kind":"Variable","name":{"kind":"Name","value":"on"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewVersion"}}]}}]}}]}}]} as unknown as DocumentNode<PlanQuery, PlanQueryVariables>;
export const PlansDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Plans"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlanFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PlansQuery, PlansQueryVariables>;
export const PlanTimelineDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlanTimeline"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"planId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"planTimeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"planId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"planId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveOn"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"EnumValue","value":"FR"}}]},{"kind":"Field","name":{"kind":"Name","value":"actingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"recordedInError"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PlanTimelineQuery, PlanTimelineQueryVariables>;
export const PlanChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlanChanges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"planId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"planChanges"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"planId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"planId"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"causedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}}]}}]}}]} as unknown as DocumentNode<PlanChangesQuery, PlanChangesQueryVariables>;
export const CoverageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Coverage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"planId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"planId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"planId"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"risk"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"sector"}},{"kind":"Field","name":{"kind":"Name","value":"strategies"}},{"kind":"Field","name":{"kind":"Name","value":"commitments"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"risk"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"}}]}}]}}]}}]} as unknown as DocumentNode<CoverageQuery, CoverageQueryVariables>;
export const ObligationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Obligations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"on"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"obligations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}},{"kind":"Argument","name":{"kind":"Name","value":"on"},"value":{"kind":"Variable","name":{"kind":"Name","value":"on"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"coveredThroughUpperTier"}},{"kind":"Field","name":{"kind":"Name","value":"notRequired"}},{"kind":"Field","name":{"kind":"Name","value":"adopted"}},{"kind":"Field","name":{"kind":"Name","value":"published"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}}]}}]}}]} as unknown as DocumentNode<ObligationsQuery, ObligationsQueryVariables>;
export const OpenPlanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenPlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OpenPlanInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<OpenPlanMutation, OpenPlanMutationVariables>;
export const MakeCommitmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MakeCommitment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MakeCommitmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"makeCommitment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commitment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"EnumValue","value":"FR"}}]},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<MakeCommitmentMutation, MakeCommitmentMutationVariables>;
export const RecordObservationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordObservation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordObservationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordObservation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"observation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"review"}}]}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<RecordObservationMutation, RecordObservationMutationVariables>;
export const CorrectObservationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CorrectObservation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CorrectObservationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"correctObservation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"observation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"review"}}]}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CorrectObservationMutation, CorrectObservationMutationVariables>;
export const PlanChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"PlanChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"planId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"since"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Position"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"planChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"planId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"planId"}}},{"kind":"Argument","name":{"kind":"Name","value":"since"},"value":{"kind":"Variable","name":{"kind":"Name","value":"since"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}}]}}]} as unknown as DocumentNode<PlanChangedSubscription, PlanChangedSubscriptionVariables>;