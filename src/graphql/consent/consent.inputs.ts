import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { Audience, ConsentLevel } from '../../domain/consent/events.js';
import { ExtendingInput, Id } from '../command.inputs.js';
import { enums } from '../enums.js';
import { DateScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';

/** A command about what a First Nation consents to. */
@InputType()
class ConsentInput extends ExtendingInput {
  @Id('Code of the First Nation.')
  firstNation!: string;
}

/** What a grant covers. */
@InputType()
class ConsentTermsInput extends ConsentInput {
  @Field(() => [enums.Audience], { description: 'To whom, at least one.' })
  @ArrayMaxSize(4)
  audiences!: Audience[];

  @Field(() => enums.ConsentLevel, { description: 'How closely.' })
  level!: ConsentLevel;

  @Field(() => Boolean, { description: 'True when its part in plans may be shown.' })
  plans!: boolean;

  @Field(() => [ID], {
    nullable: true,
    description: 'Keys of the indicators whose numbers are meant; all of them without it.',
  })
  @ArrayMaxSize(500)
  @MaxLength(64, { each: true })
  indicators?: string[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it holds, in Toronto; until it is withdrawn without it.',
  })
  until?: string | null;
}

/** Input of `grantConsent`. */
@InputType({ description: 'A First Nation lets others see something.' })
export class GrantConsentInput extends ConsentTermsInput {}

/** Input of `narrowConsent`. */
@InputType({ description: 'A First Nation narrows a grant: all of its terms are said anew.' })
export class NarrowConsentInput extends ConsentTermsInput {
  @Id('Id of the grant.')
  grantId!: string;

  @Field(() => TextInput, { description: 'Why it is narrowed.' })
  reason!: TextInput;
}

/** Input of `withdrawConsent`. */
@InputType({ description: 'A First Nation withdraws a grant, at once and for the past as well.' })
export class WithdrawConsentInput extends ConsentInput {
  @Id('Id of the grant.')
  grantId!: string;

  @Field(() => TextInput, { description: 'Why it is withdrawn.' })
  reason!: TextInput;
}
