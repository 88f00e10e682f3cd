import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { codesMax } from '../../domain/code-list/events.js';
import { ExtendingInput, Id } from '../command.inputs.js';
import { DateScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';

/** One entry of a version. */
@InputType({ description: 'One entry of a code list.' })
export class CodeInput {
  @Id('The code: lower-case letters and digits, single hyphens between, at most 64.')
  code!: string;

  @Field(() => TextInput, { description: 'What it stands for, in English and in French.' })
  label!: TextInput;

  @Field(() => ID, { nullable: true, description: 'Code of the broader entry of this version.' })
  parent?: string | null;
}

/** Input of `publishCodeListVersion`. */
@InputType({ description: 'Publishes the next version of a code list, or the first of a new one.' })
export class PublishCodeListVersionInput extends ExtendingInput {
  @Id('The list, `risk-factors`.')
  scheme!: string;

  @Id('Name of the version, which decisions record.')
  version!: string;

  @Field(() => DateScalar, {
    description: 'First day on which decisions use it: today or later, after the version before.',
  })
  from!: string;

  @Field(() => String, { description: 'Where the codes come from; at most 2,000 characters.' })
  source!: string;

  @Field(() => [CodeInput], { description: `All of its entries, at most ${codesMax}.` })
  @ArrayMaxSize(codesMax)
  @ValidateNested()
  codes!: CodeInput[];
}
