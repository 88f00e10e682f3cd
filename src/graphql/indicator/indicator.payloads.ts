import { Field, ObjectType } from 'type-graphql';
import { CommandPayload } from '../command.payloads.js';
import { Indicator } from './indicator.object.js';

/** What a command about an indicator answers. */
@ObjectType({ simpleResolvers: true })
class IndicatorPayload extends CommandPayload {
  @Field(() => Indicator, {
    nullable: true,
    description: 'The indicator as it now stands; null exactly when refused.',
  })
  readonly indicator!: Indicator | null;
}

/** Answer of `defineIndicator`. */
@ObjectType({ description: 'What became of `defineIndicator`.' })
export class DefineIndicatorPayload extends IndicatorPayload {}

/** Answer of `reviseIndicator`. */
@ObjectType({ description: 'What became of `reviseIndicator`.' })
export class ReviseIndicatorPayload extends IndicatorPayload {}

/** Answer of `retireIndicator`. */
@ObjectType({ description: 'What became of `retireIndicator`.' })
export class RetireIndicatorPayload extends IndicatorPayload {}
