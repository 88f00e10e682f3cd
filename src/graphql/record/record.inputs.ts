import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ExtendingInput, Id } from '../command.inputs.js';
import { TextInput } from '../text.inputs.js';

/** Input of `markRecordedInError`. */
@InputType({ description: 'Marks a decision as recorded in error; views then leave it out.' })
export class MarkRecordedInErrorInput extends ExtendingInput {
  @Id('Stream of the decision: the id of a plan, commitment, measure … or of an observation.')
  stream!: string;

  @Field(() => Int, { description: 'Revision of the decision in its stream, from 0.' })
  revision!: number;

  @Field(() => TextInput, { description: 'What was wrong with it.' })
  reason!: TextInput;
}

/** Input of `redactTexts`. */
@InputType({
  description: 'Destroys the keys of texts, which makes them unreadable everywhere, past included.',
})
export class RedactTextsInput extends ExtendingInput {
  @Id('Stream that holds the texts: the id of a plan, commitment, measure …')
  stream!: string;

  @Field(() => [ID], { description: 'Keys under which the texts are sealed.' })
  @ArrayMaxSize(500)
  @MaxLength(64, { each: true })
  keys!: string[];

  @Field(() => String, {
    description: 'Law or order under which they are redacted; at most 200 characters.',
  })
  authority!: string;

  @Field(() => TextInput, { description: 'Why they are redacted, without repeating them.' })
  reason!: TextInput;
}
