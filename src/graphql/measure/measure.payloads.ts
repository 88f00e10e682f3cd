import { Field, ObjectType } from 'type-graphql';
import { CommandPayload } from '../command.payloads.js';
import { Measure } from './measure.object.js';

/** What a command about a measure answers. */
@ObjectType({ simpleResolvers: true })
class MeasurePayload extends CommandPayload {
  @Field(() => Measure, {
    nullable: true,
    description: 'The measure as it now stands; null exactly when refused.',
  })
  readonly measure!: Measure | null;
}

/** Answer of `defineMeasure`. */
@ObjectType({ description: 'What became of `defineMeasure`.' })
export class DefineMeasurePayload extends MeasurePayload {}

/** Answer of `setBaseline`. */
@ObjectType({ description: 'What became of `setBaseline`.' })
export class SetBaselinePayload extends MeasurePayload {}

/** Answer of `setTarget`. */
@ObjectType({ description: 'What became of `setTarget`.' })
export class SetTargetPayload extends MeasurePayload {}

/** Answer of `reviseTarget`. */
@ObjectType({ description: 'What became of `reviseTarget`.' })
export class ReviseTargetPayload extends MeasurePayload {}

/** Answer of `retireMeasure`. */
@ObjectType({ description: 'What became of `retireMeasure`.' })
export class RetireMeasurePayload extends MeasurePayload {}
