import { Field, ID, ObjectType } from 'type-graphql';
import type { CivilDate } from '../../domain/civil-date.js';
import { DateScalar } from '../scalars.js';
import { Text } from '../text.object.js';

/** One entry of a code list. */
@ObjectType('Code', { description: 'One entry of a code list.', simpleResolvers: true })
export class Code {
  @Field(() => ID, { description: 'The code, which records hold.' })
  readonly code!: string;

  @Field(() => Text, { description: 'What it stands for.' })
  readonly label!: Text;

  @Field(() => ID, { nullable: true, description: 'Code of the broader entry.' })
  readonly parent!: string | null;
}

/** One version of a code list. */
@ObjectType('CodeListVersion', {
  description: 'One version of a code list; a later version never changes an earlier one.',
  simpleResolvers: true,
})
export class CodeListVersion {
  @Field(() => String, { description: 'Name of the version, which decisions record.' })
  readonly version!: string;

  @Field(() => DateScalar, { description: 'First day on which decisions use it.' })
  readonly from!: CivilDate;

  @Field(() => String, { description: 'Where the codes come from.' })
  readonly source!: string;

  @Field(() => [Code], { description: 'Its entries, in the order of the source.' })
  readonly codes!: readonly Code[];
}

/** A classification the hub is loaded with. */
@ObjectType('CodeList', {
  description: 'A bilingual classification, with every version it ever had.',
  simpleResolvers: true,
})
export class CodeList {
  @Field(() => ID, { description: 'Stable name of the classification, `risk-factors`.' })
  readonly scheme!: string;

  @Field(() => [CodeListVersion], { description: 'Its versions, oldest first.' })
  readonly versions!: readonly CodeListVersion[];
}
