import { Field, ID, ObjectType } from 'type-graphql';
import type { CivilDate } from '../../domain/civil-date.js';
import type {
  EvidenceKind,
  Outlook,
  ResourceKind,
} from '../../domain/commitment/tracking-events.js';
import { enums } from '../enums.js';
import { DateScalar, DecimalScalar } from '../scalars.js';
import { Text } from '../text.object.js';

/** Who answers for a commitment. */
@ObjectType('CommitmentResponsible', {
  description: 'Who answers for a commitment: a person, a position, or both.',
  simpleResolvers: true,
})
export class CommitmentResponsible {
  @Field(() => ID, {
    nullable: true,
    description: 'Pseudonym of the person; for the ministry and members of the partner.',
  })
  readonly person!: string | null;

  @Field(() => Text, { nullable: true, description: 'The position.' })
  readonly position!: Text | null;
}

/** What a partner puts into a commitment. */
@ObjectType('CommitmentResource', {
  description: 'What a partner puts into a commitment.',
  simpleResolvers: true,
})
export class CommitmentResource {
  @Field(() => ID, { description: 'Id within the commitment.' })
  readonly id!: string;

  @Field(() => enums.ResourceKind, { description: 'What it is.' })
  readonly kind!: ResourceKind;

  @Field(() => DecimalScalar, { nullable: true, description: 'Amount of money in whole cents.' })
  readonly amountCents!: string | null;

  @Field(() => Text, { nullable: true, description: 'What is given in kind, or what it is for.' })
  readonly description!: Text | null;
}

/** A step on the way of a commitment. */
@ObjectType('CommitmentMilestone', {
  description: 'A step on the way of a commitment.',
  simpleResolvers: true,
})
export class CommitmentMilestone {
  @Field(() => ID, { description: 'Id within the commitment.' })
  readonly id!: string;

  @Field(() => Text, { description: 'What is to be reached.' })
  readonly name!: Text;

  @Field(() => DateScalar, { description: 'Day by which it is to be reached.' })
  readonly dueOn!: CivilDate;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was reached.' })
  readonly reachedOn!: CivilDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was given up.' })
  readonly droppedOn!: CivilDate | null;
}

/** What shows that a commitment is being kept. */
@ObjectType('CommitmentEvidence', {
  description: 'What shows that a commitment is being kept.',
  simpleResolvers: true,
})
export class CommitmentEvidence {
  @Field(() => ID, { description: 'Id within the commitment.' })
  readonly id!: string;

  @Field(() => String, { description: 'Where it is on the Web; always https.' })
  readonly url!: string;

  @Field(() => Text, { description: 'Its title.' })
  readonly title!: Text;

  @Field(() => enums.EvidenceKind, { description: 'What it is.' })
  readonly kind!: EvidenceKind;

  @Field(() => DateScalar, { description: 'Day it is from.' })
  readonly datedOn!: CivilDate;
}

/** What a partner said of how its commitment stands. */
@ObjectType('CommitmentDeclaration', {
  description: 'What a partner said of how its commitment stands.',
  simpleResolvers: true,
})
export class CommitmentDeclaration {
  @Field(() => enums.Outlook, { description: 'How it stands.' })
  readonly outlook!: Outlook;

  @Field(() => DateScalar, { description: 'Day it was said for.' })
  readonly declaredOn!: CivilDate;

  @Field(() => Text, { nullable: true, description: 'Why; always given for a risk.' })
  readonly reason!: Text | null;
}
