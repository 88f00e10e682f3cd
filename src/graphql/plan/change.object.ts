import { Field, ObjectType } from 'type-graphql';
import { registerEnum } from '../register-enum.js';
import { JsonScalar, PositionScalar } from '../scalars.js';

/** How a part of a plan differs. */
export type ChangeKind = 'ADDED' | 'REMOVED' | 'CHANGED';
const ChangeKindEnum = registerEnum<ChangeKind>(
  'ChangeKind',
  'How a part of a plan differs between two states.',
  {
    ADDED: 'It was not there before.',
    REMOVED: 'It is not there any more.',
    CHANGED: 'It was there and reads otherwise now.',
  },
);

/** The event that brought a change. */
@ObjectType('ChangeCause', {
  description: 'The last event that changed a part of a plan.',
  simpleResolvers: true,
})
export class ChangeCause {
  @Field(() => PositionScalar, { description: 'Its ordinal in the log.' })
  readonly position!: number;

  @Field(() => String, { description: 'What kind of event it is.' })
  readonly type!: string;
}

/** One difference between two states of a plan. */
@ObjectType('PlanChange', {
  description: 'One difference between two states of a plan.',
  simpleResolvers: true,
})
export class PlanChange {
  @Field(() => String, {
    description:
      'Place in the plan (JSON Pointer, RFC 6901); entries of lists by id: ' +
      '"/strategies/strategy-…/title".',
  })
  readonly path!: string;

  @Field(() => ChangeKindEnum, { description: 'How it differs.' })
  readonly kind!: ChangeKind;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'What was there before; a redacted text is {"redacted": true}.',
  })
  readonly before!: unknown;

  @Field(() => JsonScalar, { nullable: true, description: 'What is there after.' })
  readonly after!: unknown;

  @Field(() => ChangeCause, {
    nullable: true,
    description: 'The last event in between that changed it.',
  })
  readonly causedBy!: ChangeCause | null;
}
