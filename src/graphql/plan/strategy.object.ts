import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { PlanningArea } from '../../domain/plan/events.js';
import { Commitment } from '../commitment/commitment.object.js';
import { enums } from '../enums.js';
import { Text } from '../text.object.js';

/** A risk factor identified in a plan. */
@ObjectType('Risk', {
  description: 'A risk factor identified in a community.',
  simpleResolvers: true,
})
export class Risk {
  @Field(() => ID, { description: 'Id of the risk in its plan.' })
  readonly id!: string;

  @Field(() => ID, { description: 'Code of the scheme `risk-factors`.' })
  readonly code!: string;

  @Field(() => Text, { description: 'Name of the risk factor in the code list.' })
  readonly name!: Text;

  @Field(() => Text, { nullable: true, description: 'What is known of it in the community.' })
  readonly narrative!: Text | null;

  @Field(() => Int, { nullable: true, description: 'Place among the priorities, 1 first.' })
  readonly rank!: number | null;

  @Field(() => [ID], { description: 'Groups it concerns, by code of `vulnerable-groups`.' })
  readonly vulnerableGroups!: readonly string[];

  @Field(() => [Text], { description: 'Names of those groups, in the same order.' })
  readonly vulnerableGroupNames!: readonly Text[];

  @Field(() => Text, { nullable: true, description: 'Source of the evidence for it.' })
  readonly evidence!: Text | null;
}

/** A strategy of a plan. */
@ObjectType('Strategy', {
  description: 'A strategy of a plan, in one of the four areas.',
  simpleResolvers: true,
})
export class Strategy {
  @Field(() => ID, { description: 'Id of the strategy in its plan.' })
  readonly id!: string;

  @Field(() => Text, { description: 'Title.' })
  readonly title!: Text;

  @Field(() => enums.PlanningArea, { description: 'The planning area it belongs to.' })
  readonly area!: PlanningArea;

  @Field(() => [ID], { description: 'Codes of the scheme `sectors` that take part.' })
  readonly sectors!: readonly string[];

  @Field(() => [Text], { description: 'Names of those sectors, in the same order.' })
  readonly sectorNames!: readonly Text[];

  @Field(() => [Risk], { description: 'The risks it is to reduce.' })
  readonly risks!: readonly Risk[];

  @Field(() => [Commitment], { description: 'What partners undertake within it.' })
  readonly commitments!: readonly Commitment[];

  @Field(() => Boolean, { description: 'True when it is no longer followed.' })
  readonly retired!: boolean;
}
