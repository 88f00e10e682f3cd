import { Field, ObjectType } from 'type-graphql';
import { CommandPayload } from '../command.payloads.js';
import { Observation } from './observation.object.js';

/** What a command about an observation answers. */
@ObjectType({ simpleResolvers: true })
class ObservationPayload extends CommandPayload {
  @Field(() => Observation, {
    nullable: true,
    description: 'The observation as it now stands; null exactly when refused.',
  })
  readonly observation!: Observation | null;
}

/** Answer of `recordObservation`. */
@ObjectType({ description: 'What became of `recordObservation`.' })
export class RecordObservationPayload extends ObservationPayload {}

/** Answer of `correctObservation`. */
@ObjectType({ description: 'What became of `correctObservation`.' })
export class CorrectObservationPayload extends ObservationPayload {}

/** Answer of `withdrawObservation`. */
@ObjectType({ description: 'What became of `withdrawObservation`.' })
export class WithdrawObservationPayload extends ObservationPayload {}

/** Answer of `recordPublishedObservation`. */
@ObjectType({ description: 'What became of `recordPublishedObservation`.' })
export class RecordPublishedObservationPayload extends ObservationPayload {}

/** Answer of `correctPublishedObservation`. */
@ObjectType({ description: 'What became of `correctPublishedObservation`.' })
export class CorrectPublishedObservationPayload extends ObservationPayload {}

/** Answer of `withdrawPublishedObservation`. */
@ObjectType({ description: 'What became of `withdrawPublishedObservation`.' })
export class WithdrawPublishedObservationPayload extends ObservationPayload {}
