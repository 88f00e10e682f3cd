import { Field, ObjectType } from 'type-graphql';
import { CommandPayload } from '../command.payloads.js';
import { Indicator } from '../indicator/indicator.object.js';
import { OutcomeSeries } from './series.object.js';

/** Answer of `setProgressRule`. */
@ObjectType({ description: 'What became of `setProgressRule`.', simpleResolvers: true })
export class SetProgressRulePayload extends CommandPayload {
  @Field(() => Indicator, {
    nullable: true,
    description: 'The indicator as it now stands; null exactly when refused.',
  })
  readonly indicator!: Indicator | null;
}

/** What a command about a judgment answers. */
@ObjectType({ simpleResolvers: true })
class JudgementPayload extends CommandPayload {
  @Field(() => OutcomeSeries, {
    nullable: true,
    description: 'The series as it now reads; null exactly when refused.',
  })
  readonly series!: OutcomeSeries | null;
}

/** Answer of `judgeProgress`. */
@ObjectType({ description: 'What became of `judgeProgress`.' })
export class JudgeProgressPayload extends JudgementPayload {}

/** Answer of `withdrawProgressJudgement`. */
@ObjectType({ description: 'What became of `withdrawProgressJudgement`.' })
export class WithdrawProgressJudgementPayload extends JudgementPayload {}
