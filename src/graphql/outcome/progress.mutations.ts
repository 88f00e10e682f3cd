import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { EventData } from '../../domain/catalogue.js';
import { codeOf } from '../../domain/identifiers.js';
import * as commands from '../../domain/indicator/commands-progress.js';
import { openReading } from '../as-of.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import { loadIndicator } from '../indicator/indicator.load.js';
import {
  JudgeProgressInput,
  SetProgressRuleInput,
  WithdrawProgressJudgementInput,
} from './progress.inputs.js';
import {
  JudgeProgressPayload,
  SetProgressRulePayload,
  WithdrawProgressJudgementPayload,
} from './progress.payloads.js';
import { knownIndicator } from './question.js';
import { readSeries } from './series.load.js';

const giveRule = answering('indicator', ({ stream }, context) =>
  loadIndicator(codeOf(stream), context),
);

const giveJudgement = answering('series', async ({ stream, events }, context) => {
  const [event] = events;
  if (event === undefined) return null;
  const { geography } = event.data as EventData<'ProgressJudged'>;
  const reading = await openReading(undefined, context);
  return readSeries(await knownIndicator(codeOf(stream), reading), geography, reading);
});

/** Commands about how progress is measured and judged. */
@Resolver()
export class ProgressMutations {
  @Mutation(() => SetProgressRulePayload, {
    description: "Sets the whole rule by which an indicator's progress is computed.",
  })
  setProgressRule(
    @Input(() => SetProgressRuleInput) input: SetProgressRuleInput,
    @Ctx() context: RequestContext,
  ): Promise<SetProgressRulePayload> {
    return giveRule(commands.setProgressRule, input, context);
  }

  @Mutation(() => JudgeProgressPayload, {
    description:
      'Judges the progress of a body or area by hand, with a reason, while its latest value ' +
      'stays that of the period named. Judging again replaces the judgment.',
  })
  judgeProgress(
    @Input(() => JudgeProgressInput) input: JudgeProgressInput,
    @Ctx() context: RequestContext,
  ): Promise<JudgeProgressPayload> {
    return giveJudgement(commands.judgeProgress, input, context);
  }

  @Mutation(() => WithdrawProgressJudgementPayload, {
    description: 'Withdraws a judgment of progress: the computed status stands again.',
  })
  withdrawProgressJudgement(
    @Input(() => WithdrawProgressJudgementInput) input: WithdrawProgressJudgementInput,
    @Ctx() context: RequestContext,
  ): Promise<WithdrawProgressJudgementPayload> {
    return giveJudgement(commands.withdrawProgressJudgement, input, context);
  }
}
