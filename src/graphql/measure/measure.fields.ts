import { FieldResolver, Resolver, Root } from 'type-graphql';
import { readPlan } from '../plan/plan.load.js';
import { Plan } from '../plan/plan.object.js';
import { OutcomeProgress } from '../outcome/progress.object.js';
import { OutcomePoint } from '../outcome/series.object.js';
import { Story } from '../outcome/story.object.js';
import { Measure } from './measure.object.js';
import { readLatest, readLatestStory, readMeasureProgress } from './measure-series.js';

/** Fields of a measure that are read from elsewhere. */
@Resolver(() => Measure)
export class MeasureFields {
  @FieldResolver(() => Plan, {
    nullable: true,
    description: 'The plan it belongs to; null when its opening stands recorded in error.',
  })
  plan(@Root() { planId, reading }: Measure): Promise<Plan | null> {
    return readPlan(planId, reading);
  }

  @FieldResolver(() => OutcomeProgress, {
    nullable: true,
    description:
      "Progress from its own baseline to its own target, in the series of the plan's only body; " +
      'of a joint plan not available.',
  })
  progress(@Root() measure: Measure): Promise<OutcomeProgress | null> {
    return readMeasureProgress(measure);
  }

  @FieldResolver(() => OutcomePoint, {
    nullable: true,
    description: "The latest value of the plan's only body; null of a joint plan.",
  })
  latest(@Root() measure: Measure): Promise<OutcomePoint | null> {
    return readLatest(measure);
  }

  @FieldResolver(() => Story, {
    nullable: true,
    description: 'What lies behind the latest value; null when nothing was told.',
  })
  story(@Root() measure: Measure): Promise<Story | null> {
    return readLatestStory(measure);
  }
}
