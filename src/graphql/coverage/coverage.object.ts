import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { PlanningArea } from '../../domain/plan/events.js';
import { AsOfInfo } from '../as-of.object.js';
import { enums } from '../enums.js';
import { Text } from '../text.object.js';

/** A risk factor of the code list, whichever plans identified it. */
@ObjectType('RiskFactor', { description: 'A risk factor of the code list.', simpleResolvers: true })
export class RiskFactor {
  @Field(() => ID, { description: 'Code of the scheme `risk-factors`.' })
  readonly code!: string;

  @Field(() => Text, { description: 'Its name in the code list.' })
  readonly name!: Text;
}

/** A place of the matrix of risks, areas and sectors. */
@ObjectType('CoverageCell', {
  description: 'How a risk is met in an area by a sector; empty places are not listed.',
  simpleResolvers: true,
})
export class CoverageCell {
  @Field(() => RiskFactor, { description: 'The risk.' })
  readonly risk!: RiskFactor;

  @Field(() => enums.PlanningArea, { description: 'The planning area.' })
  readonly area!: PlanningArea;

  @Field(() => ID, { description: 'Code of the scheme `sectors`.' })
  readonly sector!: string;

  @Field(() => Int, { description: 'Strategies that are followed there.' })
  readonly strategies!: number;

  @Field(() => Int, {
    description: 'Commitments within them, standing or kept; in every sector of the strategy.',
  })
  readonly commitments!: number;
}

/** A priority risk that no strategy meets in an area. */
@ObjectType('CoverageGap', {
  description: 'A priority risk that no strategy of its plan meets in an area.',
  simpleResolvers: true,
})
export class CoverageGap {
  @Field(() => RiskFactor, { description: 'The risk.' })
  readonly risk!: RiskFactor;

  @Field(() => enums.PlanningArea, { description: 'The planning area.' })
  readonly area!: PlanningArea;

  @Field(() => Int, { description: 'In how many plans.' })
  readonly plans!: number;
}

/** A part of a plan that lacks what should follow it. */
@ObjectType('CoverageLack', {
  description: 'A part of a plan that lacks what should follow it.',
  simpleResolvers: true,
})
export class CoverageLack {
  @Field(() => ID, { description: 'Id of the plan.' })
  readonly planId!: string;

  @Field(() => ID, { description: 'Id of the strategy, commitment or risk.' })
  readonly id!: string;
}

/** How plans cover risks, areas and sectors. */
@ObjectType('Coverage', {
  description: 'How one plan, or all plans in force, cover risks, areas and sectors.',
  simpleResolvers: true,
})
export class Coverage {
  @Field(() => [CoverageCell], { description: 'Places that are not empty, in order.' })
  readonly cells!: readonly CoverageCell[];

  @Field(() => [CoverageGap], { description: 'Priority risks not met in an area.' })
  readonly gaps!: readonly CoverageGap[];

  @Field(() => [CoverageLack], { description: 'Strategies within which nothing is undertaken.' })
  readonly strategiesWithoutCommitments!: readonly CoverageLack[];

  @Field(() => [CoverageLack], { description: 'Active commitments without a progress report.' })
  readonly commitmentsWithoutProgress!: readonly CoverageLack[];

  @Field(() => [CoverageLack], { description: 'Priority risks without a measurable outcome.' })
  readonly risksWithoutOutcomes!: readonly CoverageLack[];

  @Field(() => AsOfInfo, { description: 'State of the record the answer comes from.' })
  readonly asOf!: AsOfInfo;
}
