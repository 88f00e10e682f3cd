import { Field, ID, ObjectType } from 'type-graphql';
import { Text } from '../text.object.js';

/** A reference area or reporting area, which is not an organization. */
@ObjectType('Area', {
  description:
    'A reference area of the scheme `reference-areas`, Ontario for instance, or a reporting area ' +
    'such as that of a police service.',
  simpleResolvers: true,
})
export class Area {
  @Field(() => ID, { description: 'Its code: "35" Ontario, "01" Canada.' })
  readonly code!: string;

  @Field(() => Text, { description: 'Its name.' })
  readonly name!: Text;
}
