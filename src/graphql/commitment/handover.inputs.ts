import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DatedInput } from '../command.inputs.js';
import { TextInput } from '../text.inputs.js';

/** Most commitments that are handed over at once. */
export const handoverMax = 500;

/** Input of `handOverCommitments`. */
@InputType({
  description:
    'Hands over all or some active commitments: of `fromPartner` to `partner`, or those that ' +
    '`fromPerson` answers for to `person` or `position`.',
})
export class HandOverCommitmentsInput extends DatedInput {
  @Field(() => ID, { nullable: true, description: 'Code of the organization that has them.' })
  fromPartner?: string | null;

  @Field(() => ID, { nullable: true, description: 'Pseudonym of the person who leaves.' })
  fromPerson?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of the organization that takes over.' })
  partner?: string | null;

  @Field(() => ID, { nullable: true, description: 'Pseudonym of the person who follows.' })
  person?: string | null;

  @Field(() => TextInput, { nullable: true, description: 'The position that follows.' })
  position?: TextInput | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this plan.' })
  planId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: `Only these, at most ${handoverMax}; all without it.`,
  })
  @ArrayMaxSize(handoverMax)
  commitmentIds?: string[] | null;

  @Field(() => TextInput, { description: 'Why they change hands.' })
  reason!: TextInput;
}
