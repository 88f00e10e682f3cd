import type { Role } from '../authority.js';
import { command, type Surroundings } from '../command.js';
import { findGeography, type NamedGeography } from '../geography-rules.js';
import { indicatorStream } from '../identifiers.js';
import type { Label } from '../text.js';
import type { IndicatorInput } from './commands.js';
import * as decisions from './decide-progress.js';
import type { ProgressRule } from './events.js';
import type { ProgressStatus } from './progress.js';
import { indicator } from './state.js';

const roles: readonly Role[] = ['ministry-analyst', 'ministry-reviewer', 'administrator'];

const onProgress = {
  noun: indicator,
  roles,
  parties: () => [],
  target: (input: IndicatorInput) => indicatorStream(input.indicator),
};

/** Sets the rule by which an indicator's progress is computed. */
export const setProgressRule = command({
  ...onProgress,
  name: 'setProgressRule',
  decide: (input: SetProgressRuleInput, { today }) =>
    decisions.setProgressRule({ ...input, rule: input, today }),
});
export type SetProgressRuleInput = IndicatorInput &
  ProgressRule & { readonly reason?: Label | undefined };

/** Input of any command about the judgment of one series up to one period. */
type JudgementInput = IndicatorInput &
  NamedGeography & { readonly period: string; readonly reason: Label };

const judging =
  <Input extends JudgementInput, Decided>(
    decide: (details: Input & decisions.JudgedSeries, around: Surroundings) => Decided,
  ) =>
  async (input: Input, around: Surroundings) => {
    const geography = await findGeography(input, around);
    return 'refusals' in geography ? geography : decide({ ...input, geography }, around);
  };

/** Judges the progress of a body or area in place of the computation. */
export const judgeProgress = command({
  ...onProgress,
  name: 'judgeProgress',
  decide: judging((details: JudgeProgressInput & decisions.JudgedSeries, { today }) =>
    decisions.judgeProgress({ ...details, today }),
  ),
});
export type JudgeProgressInput = JudgementInput & { readonly status: ProgressStatus };

/** Withdraws a judgment. */
export const withdrawProgressJudgement = command({
  ...onProgress,
  name: 'withdrawProgressJudgement',
  decide: judging((details: WithdrawProgressJudgementInput & decisions.JudgedSeries) =>
    decisions.withdrawProgressJudgement(details),
  ),
});
export type WithdrawProgressJudgementInput = JudgementInput;
