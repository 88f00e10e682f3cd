import { Field, InputType } from 'type-graphql';
import { DatedInput, Id } from '../command.inputs.js';
import { PeriodScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';

/** What lies behind a number. */
@InputType()
class StoryInput extends DatedInput {
  @Id('Key of the indicator.')
  indicator!: string;

  @Field(() => PeriodScalar, { description: "Period it is about, of the indicator's kind." })
  period!: string;

  @Field(() => TextInput, { description: 'The story.' })
  text!: TextInput;
}

/** Input of `tellStory`. */
@InputType({ description: "Tells what lies behind a body's number." })
export class TellStoryInput extends StoryInput {
  @Id('Code of the body.')
  organization!: string;
}

/** Input of `tellAreaStory`. */
@InputType({ description: 'Tells what lies behind the number of the province or another area.' })
export class TellAreaStoryInput extends StoryInput {
  @Id('Code of a reference area, "35" for Ontario, or of a reporting area.')
  area!: string;
}
