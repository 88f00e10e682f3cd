import { Ctx, Query, Resolver } from 'type-graphql';
import { inForce } from '../../domain/plan/rules.js';
import { dayToReadOn, openReading } from '../as-of.js';
import { codeLabel } from '../code-list/code-label.js';
import type { RequestContext } from '../context.js';
import { OnArg } from '../list.args.js';
import { StatutoryRules } from './statutory-rules.object.js';

/** The rules behind clocks and findings. */
@Resolver()
export class StatutoryRulesQueries {
  @Query(() => StatutoryRules, {
    nullable: true,
    description:
      'The statutory rules in force on a day, by which clocks run and findings are made.',
  })
  async statutoryRules(
    @OnArg('The day', 'today in Toronto')
    on: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<StatutoryRules> {
    const day = dayToReadOn(await openReading(undefined, context), on);
    const { rules } = context.services;
    const { committeeSeats = [], consultations = [], content = [] } = rules;
    const seats = inForce(committeeSeats, day)?.seats ?? [];
    const groups = inForce(consultations, day)?.groups ?? [];
    return {
      on: day,
      firstAdoptionBy: rules.firstAdoptionBy,
      publicationDays: inForce(rules.publicationDays, day) ?? null,
      reviewYears: inForce(rules.reviewYears, day) ?? null,
      committeeSeats: seats.map(({ seat, whereItExists }) => ({
        seat,
        name: codeLabel('committee-seats', seat, context),
        whereItExists,
      })),
      consultations: groups.map((group) => ({
        group,
        name: codeLabel('consultation-groups', group, context),
      })),
      content: inForce(content, day)?.requires ?? [],
    };
  }
}
