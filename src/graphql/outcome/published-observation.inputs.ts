import { MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { Id } from '../command.inputs.js';
import { TextInput } from '../text.inputs.js';
import { ObservationContentInput, ObservationKeyInput } from './observation.inputs.js';

/** Input of `recordPublishedObservation`. */
@InputType({ description: 'Records what a source published for a reference area.' })
export class RecordPublishedObservationInput extends ObservationContentInput {
  @Id('Code of a reference area, "35" for Ontario, or of a reporting area.')
  @MaxLength(64)
  area!: string;
}

/** Input of `correctPublishedObservation`. */
@InputType({ description: 'Corrects what a source published for a reference area.' })
export class CorrectPublishedObservationInput extends RecordPublishedObservationInput {
  @Field(() => TextInput, { description: 'Why it is corrected.' })
  reason!: TextInput;
}

/** Input of `withdrawPublishedObservation`. */
@InputType({ description: 'Withdraws what a source published for a reference area.' })
export class WithdrawPublishedObservationInput extends ObservationKeyInput {
  @Id('Code of the reference area or reporting area.')
  @MaxLength(64)
  area!: string;

  @Field(() => TextInput, { description: 'Why it is withdrawn.' })
  reason!: TextInput;
}
