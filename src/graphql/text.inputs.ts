import { Field, InputType } from 'type-graphql';

/** What a person writes, in one language or in both. */
@InputType({ description: 'A text in English, in French or in both; at least one is needed.' })
export class TextInput {
  @Field(() => String, { nullable: true, description: 'In English.' })
  en?: string | null;

  @Field(() => String, { nullable: true, description: 'In French.' })
  fr?: string | null;
}
