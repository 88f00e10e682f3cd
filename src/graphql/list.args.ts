import { Arg, ArgsType, Field, ID, Int } from 'type-graphql';
import { AsOfInput } from './as-of.inputs.js';
import { pageSizeDefault, pageSizeMax } from './page.js';
import { DateScalar } from './scalars.js';

/** The argument `asOf` of a query. */
export const AsOfArg = (): ParameterDecorator =>
  Arg('asOf', () => AsOfInput, {
    nullable: true,
    description: 'Which past the answer is from; now by default.',
  }) as ParameterDecorator;

/**
 * The argument `on`: the day of the calendar that an answer is for.
 * @param purpose what the day is for
 */
export const OnArg = (
  purpose: string,
  otherwise = 'today in Toronto, or the day of asOf',
): ParameterDecorator =>
  Arg('on', () => DateScalar, {
    nullable: true,
    description: `${purpose}; default ${otherwise}.`,
  }) as ParameterDecorator;

/** A filter by region, as regional advisers have them. */
export const RegionField = (): PropertyDecorator & MethodDecorator =>
  Field(() => ID, {
    nullable: true,
    description:
      'Of the municipalities of a region, by the code of a county, region or census division.',
  });

/** Arguments of every list. */
@ArgsType()
export abstract class ListArgs {
  @Field(() => Int, {
    defaultValue: pageSizeDefault,
    description: `How many nodes, 1 to ${pageSizeMax}.`,
  })
  readonly first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor after which the page begins; the first page without it.',
  })
  readonly after?: string | null;

  @Field(() => AsOfInput, {
    nullable: true,
    description: 'Which past the list is from; now by default. The same for every page.',
  })
  readonly asOf?: AsOfInput | null;
}
