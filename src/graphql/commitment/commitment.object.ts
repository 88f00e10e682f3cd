import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CivilDate } from '../../domain/civil-date.js';
import type { CommitmentDocument } from '../../projections/current-plan/view.js';
import type { Reading } from '../as-of.js';
import { AsOfInfo } from '../as-of.object.js';
import { enums } from '../enums.js';
import { Node } from '../node.object.js';
import { Organization } from '../organization/organization.object.js';
import { DateScalar } from '../scalars.js';
import { Text } from '../text.object.js';
import {
  CommitmentDeclaration,
  CommitmentEvidence,
  CommitmentMilestone,
  CommitmentResource,
  CommitmentResponsible,
} from './commitment-tracking.object.js';

/** How far a commitment had come on a day. */
@ObjectType('CommitmentProgress', {
  description: 'How far a commitment had come on a day.',
  simpleResolvers: true,
})
export class CommitmentProgress {
  @Field(() => DateScalar, { description: 'Day the report is about.' })
  readonly reportedOn!: CivilDate;

  @Field(() => Int, { description: 'How much of it was done, 0 to 100.' })
  readonly percent!: number;

  @Field(() => Text, { nullable: true, description: 'What the partner adds in words.' })
  readonly note!: Text | null;
}

/** What a partner undertakes within a strategy. */
@ObjectType('Commitment', {
  description: 'What a partner undertakes within a strategy of a plan.',
  implements: Node,
  simpleResolvers: true,
})
export class Commitment extends Node {
  /** Where `plan` is read from. */
  readonly reading!: Reading;

  /** What `standing` follows from. */
  readonly facts!: CommitmentDocument;

  @Field(() => Int, { description: 'Revision it stands at, for `expectedRevision`.' })
  readonly revision!: number;

  @Field(() => ID, { description: 'Id of the plan it belongs to.' })
  readonly planId!: string;

  @Field(() => ID, { description: 'Id of the strategy it serves.' })
  readonly strategyId!: string;

  @Field(() => Organization, { description: 'Who undertakes it.' })
  readonly partner!: Organization;

  @Field(() => Text, { description: 'What is undertaken.' })
  readonly statement!: Text;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which it is to be done.' })
  readonly dueOn!: CivilDate | null;

  @Field(() => enums.CommitmentStatus, { description: 'What became of it.' })
  readonly status!: CommitmentDocument['status'];

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was fulfilled.' })
  readonly fulfilledOn!: CivilDate | null;

  @Field(() => DateScalar, { description: 'Day on which it was made.' })
  readonly madeOn!: CivilDate;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was withdrawn.' })
  readonly withdrawnOn!: CivilDate | null;

  @Field(() => CommitmentResponsible, {
    nullable: true,
    description: 'Who answers for it; null while nobody is named.',
  })
  readonly responsible!: CommitmentResponsible | null;

  @Field(() => [CommitmentResource], { description: 'What its partner puts into it.' })
  readonly resources!: readonly CommitmentResource[];

  @Field(() => [CommitmentMilestone], { description: 'Steps on the way, as they were set.' })
  readonly milestones!: readonly CommitmentMilestone[];

  @Field(() => [CommitmentEvidence], { description: 'What shows that it is being kept.' })
  readonly evidence!: readonly CommitmentEvidence[];

  @Field(() => [CommitmentDeclaration], { description: 'Declared statuses, in order.' })
  readonly declarations!: readonly CommitmentDeclaration[];

  @Field(() => [CommitmentProgress], { description: 'Reports of progress, in order.' })
  readonly progress!: readonly CommitmentProgress[];

  @Field(() => AsOfInfo, { description: 'State of the record the answer comes from.' })
  readonly asOf!: AsOfInfo;
}
