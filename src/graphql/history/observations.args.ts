import { ArgsType, Field, ID } from 'type-graphql';
import { ListArgs } from '../list.args.js';
import { CategoryInput } from '../outcome/category.inputs.js';
import { DateTimeScalar, PeriodScalar } from '../scalars.js';

/** Arguments of `observations`. */
@ArgsType()
export class ObservationsArgs extends ListArgs {
  @Field(() => ID, { nullable: true, description: 'Key of the indicator; any without it.' })
  readonly indicator?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of a body; not together with `area`.' })
  readonly organization?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of an area sources published for.' })
  readonly area?: string | null;

  @Field(() => PeriodScalar, {
    nullable: true,
    description: 'Only of periods that begin with the first day of this one, or later.',
  })
  readonly periodFrom?: string | null;

  @Field(() => PeriodScalar, {
    nullable: true,
    description: 'Only of periods that end with the last day of this one, or earlier.',
  })
  readonly periodTo?: string | null;

  @Field(() => [CategoryInput], {
    nullable: true,
    description: 'Only of this combination, [] for totals; of every one without it.',
  })
  readonly categories?: CategoryInput[] | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only what was recorded at this instant or later.',
  })
  readonly recordedFrom?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only what was recorded before this instant.',
  })
  readonly recordedTo?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True for every version there ever was; only those that stand by default.',
  })
  readonly versions!: boolean;
}
