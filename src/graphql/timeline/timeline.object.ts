import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { StoredEvent } from '../../domain/event.js';
import type { CivilDate } from '../../domain/civil-date.js';
import type { Language } from '../../domain/text.js';
import type { Names } from '../../projections/audit-timeline/sentence.js';
import { Organization } from '../organization/organization.object.js';
import { DateScalar, DateTimeScalar, PositionScalar } from '../scalars.js';
import { Text } from '../text.object.js';

/** One decision of a history. */
@ObjectType('TimelineEntry', {
  description: 'One decision on the record. Nothing on it is ever edited or deleted.',
  simpleResolvers: true,
})
export class TimelineEntry {
  /** What `sentence` is made of. */
  readonly event!: StoredEvent;
  readonly namesIn!: (language: Language) => Names;
  readonly language!: Language;

  @Field(() => PositionScalar, { description: 'Ordinal of the event in the log.' })
  readonly position!: number;

  @Field(() => ID, { description: 'Stream that holds the event: the id of a plan, commitment …' })
  readonly stream!: string;

  @Field(() => Int, { description: 'Its place in that stream, from 0.' })
  readonly revision!: number;

  @Field(() => String, { description: 'What kind of event it is, "PlanAdopted" for instance.' })
  readonly type!: string;

  @Field(() => DateTimeScalar, { description: 'When the hub learned it.' })
  readonly recordedAt!: string;

  @Field(() => DateScalar, { description: 'Day on which it happened.' })
  readonly effectiveOn!: CivilDate;

  @Field(() => String, {
    nullable: true,
    description:
      'Who recorded it; only the ministry and the organization acted for may know, else null.',
  })
  readonly actor!: string | null;

  @Field(() => Organization, { description: 'The organization it was recorded for.' })
  readonly actingFor!: Organization;

  @Field(() => Boolean, {
    description: 'True while it stands recorded in error: views leave it out, the history not.',
  })
  readonly recordedInError!: boolean;

  @Field(() => Text, { nullable: true, description: 'The reason given for it, if one was.' })
  readonly reason!: Text | null;

  @Field(() => [Text], { description: 'Every free text of the event, its reason included.' })
  readonly texts!: readonly Text[];
}
