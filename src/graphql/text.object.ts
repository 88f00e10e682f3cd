import { Field, ID, ObjectType } from 'type-graphql';
import type { Language } from '../domain/text.js';
import { enums } from './enums.js';

/** A label or free text, as a client reads it. */
@ObjectType('Text', {
  description: 'A text in one or both official languages.',
  simpleResolvers: true,
})
export class Text {
  @Field(() => String, { nullable: true, description: 'The text in English, if there is one.' })
  readonly en!: string | null;

  @Field(() => String, { nullable: true, description: 'The text in French, if there is one.' })
  readonly fr!: string | null;

  @Field(() => enums.Language, { description: 'The language it was written in first.' })
  readonly language!: Language;

  @Field(() => Boolean, {
    description: 'True when its key was destroyed: nobody can read it any more, past included.',
  })
  readonly redacted!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Key it is sealed under, by which `redactTexts` names it; null for a label.',
  })
  readonly key!: string | null;
}
