import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Language } from '../../domain/text.js';
import { sentenceOf } from '../../projections/audit-timeline/sentences.js';
import { enums } from '../enums.js';
import { TimelineEntry } from './timeline.object.js';

/** Fields of a timeline entry that take arguments. */
@Resolver(() => TimelineEntry)
export class TimelineFields {
  @FieldResolver(() => String, { description: 'What happened, in one sentence.' })
  sentence(
    @Root() { event, namesIn, language }: TimelineEntry,
    @Arg('lang', () => enums.Language, {
      nullable: true,
      description: 'Language of the sentence; that of the request by default.',
    })
    lang?: Language | null,
  ): string {
    const chosen = lang ?? language;
    return sentenceOf(event, chosen, namesIn(chosen));
  }
}
