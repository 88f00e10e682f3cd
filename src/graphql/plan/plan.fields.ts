import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { clocksOf } from '../../domain/plan/rules.js';
import { dayToReadOn } from '../as-of.js';
import { Measure } from '../measure/measure.object.js';
import { OnArg } from '../list.args.js';
import { readFindings } from './findings.js';
import { PlanFinding } from './plan-review.object.js';
import { Clock, Plan } from './plan.object.js';
import { Strategy } from './strategy.object.js';

const withRetired = 'Also those that are no longer followed.';

/** Fields of a plan that take arguments. */
@Resolver(() => Plan)
export class PlanFields {
  @FieldResolver(() => [Strategy], { description: 'Its strategies, in the order of adoption.' })
  strategies(
    @Root() plan: Plan,
    @Arg('includeRetired', () => Boolean, { defaultValue: false, description: withRetired })
    includeRetired: boolean,
  ): readonly Strategy[] {
    return plan.everyStrategy().filter(({ retired }) => includeRetired || !retired);
  }

  @FieldResolver(() => [Measure], { description: 'Its measurable outcomes.' })
  measures(
    @Root() plan: Plan,
    @Arg('includeRetired', () => Boolean, { defaultValue: false, description: withRetired })
    includeRetired: boolean,
  ): readonly Measure[] {
    return plan.everyMeasure().filter(({ retired }) => includeRetired || !retired);
  }

  @FieldResolver(() => [Clock], { description: 'Its statutory clocks.' })
  clocks(
    @Root() { facts, reading }: Plan,
    @OnArg('Day to read them on')
    on?: string | null,
  ): readonly Clock[] {
    const { rules } = reading.context.services;
    return clocksOf(facts, rules, dayToReadOn(reading, on));
  }

  @FieldResolver(() => [PlanFinding], {
    description:
      'What it lacks: errors where the Act asks for it, warnings where the framework advises it ' +
      'or where the record is behind.',
  })
  findings(
    @Root() { whole, reading }: Plan,
    @OnArg('Day to read them on')
    on?: string | null,
  ): Promise<readonly PlanFinding[]> {
    return readFindings(whole, reading, dayToReadOn(reading, on));
  }
}
