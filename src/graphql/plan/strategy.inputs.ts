import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { PlanningArea } from '../../domain/plan/events.js';
import { Id } from '../command.inputs.js';
import { enums } from '../enums.js';
import { TextInput } from '../text.inputs.js';
import { PlanInput } from './plan.inputs.js';

/** What a strategy is made of. */
@InputType()
class StrategyInput extends PlanInput {
  @Field(() => TextInput, { description: 'Title of the strategy.' })
  title!: TextInput;

  @Field(() => enums.PlanningArea, { description: 'The one planning area it belongs to.' })
  area!: PlanningArea;

  @Field(() => [ID], { description: 'Codes of the list `sectors`, at least one.' })
  @ArrayMaxSize(100)
  @MaxLength(64, { each: true })
  sectors!: string[];

  @Field(() => [ID], { description: 'Ids of the risks of the plan that it is to reduce.' })
  @ArrayMaxSize(500)
  @MaxLength(64, { each: true })
  risks!: string[];
}

/** Input of `adoptStrategy`. */
@InputType({ description: 'Adopts a strategy of a plan.' })
export class AdoptStrategyInput extends StrategyInput {}

/** Input of `reviseStrategy`. */
@InputType({ description: 'Revises a strategy: everything about it is said anew.' })
export class ReviseStrategyInput extends StrategyInput {
  @Id('Id of the strategy.')
  strategyId!: string;

  @Field(() => TextInput, { description: 'Why it is revised.' })
  reason!: TextInput;
}

/** Input of `retireStrategy`. */
@InputType({ description: 'Retires a strategy; it stays on the record.' })
export class RetireStrategyInput extends PlanInput {
  @Id('Id of the strategy.')
  strategyId!: string;

  @Field(() => TextInput, { description: 'Why it is retired.' })
  reason!: TextInput;
}
