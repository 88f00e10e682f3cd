import { Arg, Ctx, Field, ObjectType } from 'type-graphql';
import type { Refusal as DomainRefusal } from '../domain/decision.js';
import type { Language } from '../domain/text.js';
import type { RequestContext } from './context.js';
import { enums } from './enums.js';
import { messageOf } from './refusals.js';

/** Why a command was refused, as a client reads it. */
@ObjectType({ description: 'Why a command was refused. A refusal wrote nothing.' })
export class Refusal {
  constructor(private readonly refusal: DomainRefusal) {
    this.code = refusal.code;
    this.field = refusal.field ?? null;
  }

  @Field(() => String, { description: 'Stable code in kebab-case; branch on it.', simple: true })
  readonly code: string;

  @Field(() => String, {
    nullable: true,
    description: 'Path of the input field at fault, "input.categories.0" for instance.',
    simple: true,
  })
  readonly field: string | null;

  @Field(() => String, { description: 'What is wrong and how to put it right.' })
  message(
    @Arg('lang', () => enums.Language, {
      nullable: true,
      description: 'Language of the message; default from Accept-Language.',
    })
    lang: Language | null | undefined,
    @Ctx() { language }: RequestContext,
  ): string {
    return messageOf(this.refusal, lang ?? language);
  }
}
