import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { AreaKind } from '../../domain/area/events.js';
import { DatedInput, ExpectedRevision, ExtendingInput, Id } from '../command.inputs.js';
import { enums } from '../enums.js';
import { DateScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';

/** Where an area lies from a day on. */
@InputType()
class BoundariesInput extends DatedInput {
  @Field(() => DateScalar, { description: 'First day of these boundaries.' })
  from!: string;

  @Field(() => [ID], { description: 'Codes of the bodies that lie in it as a whole.' })
  @ArrayMaxSize(1000)
  @MaxLength(64, { each: true })
  members!: string[];

  @Field(() => [ID], {
    nullable: true,
    description: 'Codes of the bodies only a part of which lies in it.',
  })
  @ArrayMaxSize(1000)
  @MaxLength(64, { each: true })
  crosses?: string[] | null = [];

  @Id('How codes were matched, "source-crosswalk" for instance; never by name.')
  @MaxLength(64)
  method!: string;

  @Field(() => TextInput, { description: 'Publisher and table of the crosswalk.' })
  source!: TextInput;

  @Field(() => Int, {
    nullable: true,
    description: 'Persons living in it, where the source counts them; else those of its members.',
  })
  population?: number | null;
}

/** Input of `defineArea`. */
@InputType({ description: 'Defines an area that reports as bodies do.' })
export class DefineAreaInput extends BoundariesInput {
  @Id('Its code, for good: lower-case letters and digits, single hyphens between, at most 64.')
  code!: string;

  @Field(() => enums.AreaKind, { description: 'What it is the area of.' })
  kind!: AreaKind;

  @Field(() => TextInput, { description: 'Its name.' })
  name!: TextInput;
}

/** Input of `redrawArea`. */
@InputType({ description: 'Draws the boundaries of a reporting area anew, from a day on.' })
export class RedrawAreaInput extends BoundariesInput {
  @Id('Code of the area.')
  @MaxLength(64)
  area!: string;

  @ExpectedRevision()
  expectedRevision?: number | null;

  @Field(() => TextInput, { description: 'Why.' })
  reason!: TextInput;
}

/** Input of `endArea`. */
@InputType({ description: 'Ends a reporting area; periods before the day keep it.' })
export class EndAreaInput extends ExtendingInput {
  @Id('Code of the area.')
  @MaxLength(64)
  area!: string;

  @Field(() => DateScalar, { description: 'First day on which it no longer exists.' })
  endedOn!: string;

  @Field(() => ID, { nullable: true, description: 'Code of the area that takes its place.' })
  @MaxLength(64)
  successor?: string | null;

  @Field(() => TextInput, { description: 'Why.' })
  reason!: TextInput;
}
