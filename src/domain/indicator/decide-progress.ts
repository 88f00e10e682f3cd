import { checkPeriod } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { compare, isDecimal, isNegative } from '../decimal.js';
import { accept, refuse, type Refusal } from '../decision.js';
import type { Geography } from '../identifiers.js';
import { parsePeriod, type PeriodKind } from '../period.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import type { CutOffs } from './cut-offs.js';
import { whileInUse } from './decide.js';
import type { IndicatorDefinition, ProgressRule } from './events.js';
import type { ProgressStatus } from './progress.js';
import { judgedKey } from './state.js';

const inconsistent = (field: string): readonly Refusal[] =>
  refuse('progress-rule-inconsistent', `input.${field}`, { field }).refusals;

/** The numbers of a rule, by field. */
const numbersOf = ({ target, limit, cutOffs, tolerance }: ProgressRule) =>
  [
    ['target.value', target?.value],
    ['limit', limit],
    ['tolerance', tolerance],
    ['cutOffs.withTarget.substantial', cutOffs?.withTarget?.substantial],
    ['cutOffs.withTarget.moderate', cutOffs?.withTarget?.moderate],
    ['cutOffs.withoutTarget.substantial', cutOffs?.withoutTarget?.substantial],
    ['cutOffs.withoutTarget.moderate', cutOffs?.withoutTarget?.moderate],
  ] as const;

const checkNumbers = (rule: ProgressRule): readonly Refusal[] =>
  numbersOf(rule).flatMap(([field, value]) =>
    value === undefined || isDecimal(value)
      ? []
      : refuse('decimal-invalid', `input.${field}`, { value }).refusals,
  );

/** A target lies ahead, so that its period, unlike that of a value, may not have begun. */
function checkTargetPeriod(
  { target, baselinePeriod }: ProgressRule,
  kind: PeriodKind,
): readonly Refusal[] {
  if (target === undefined) return [];
  const endOfTime = '9999-12-31';
  const malformed = checkPeriod(target.period, kind, endOfTime, 'input.target.period');
  if (malformed.length > 0) return malformed;
  const from = baselinePeriod && parsePeriod(baselinePeriod)?.firstDay;
  const to = parsePeriod(target.period)?.firstDay;
  return from && to && to <= from ? inconsistent('target.period') : [];
}

const isAscending = ({ substantial, moderate }: CutOffs): boolean =>
  compare(moderate, '0') > 0 && compare(substantial, moderate) > 0;

function checkTogether(rule: ProgressRule, { direction }: IndicatorDefinition) {
  const { cutOffs = {}, tolerance } = rule;
  if (direction === 'NONE') return inconsistent('indicator');
  if (tolerance !== undefined && isNegative(tolerance)) return inconsistent('tolerance');
  return (['withTarget', 'withoutTarget'] as const).flatMap((each) =>
    cutOffs[each] && !isAscending(cutOffs[each]) ? inconsistent(`cutOffs.${each}`) : [],
  );
}

/** The rule alone, every field in its place, so that two rules can be compared as text. */
const ruleOf = ({ baselinePeriod, target, limit, cutOffs, tolerance }: ProgressRule) => {
  const ofPair = (pair: CutOffs | undefined) =>
    pair && { substantial: pair.substantial, moderate: pair.moderate };
  return {
    baselinePeriod,
    target: target && { period: target.period, value: target.value },
    limit,
    cutOffs: cutOffs && {
      withTarget: ofPair(cutOffs.withTarget),
      withoutTarget: ofPair(cutOffs.withoutTarget),
    },
    tolerance,
  };
};

/** Sets the rule by which an indicator's progress is computed, as a whole. */
export const setProgressRule = (details: {
  readonly indicator: string;
  readonly rule: ProgressRule;
  readonly reason?: Label | undefined;
  readonly today: CivilDate;
}) =>
  whileInUse(details.indicator, ({ definition, progressRule }) => {
    const { rule, reason, today } = details;
    const { baselinePeriod } = rule;
    const { periodKind } = definition;
    const refusal = firstRefusal(
      baselinePeriod === undefined
        ? []
        : checkPeriod(baselinePeriod, periodKind, today, 'input.baselinePeriod'),
      reason === undefined ? [] : checkText(reason, 'input.reason'),
      checkNumbers(rule),
    );
    if (refusal) return refusal;
    const unfit = firstRefusal(
      checkTargetPeriod(rule, periodKind),
      checkTogether(rule, definition),
    );
    if (unfit) return unfit;
    const next = ruleOf(rule);
    if (progressRule && JSON.stringify(ruleOf(progressRule)) === JSON.stringify(next))
      return refuse('nothing-to-revise', 'input');
    return accept({
      type: 'ProgressRuleSet',
      data: { ...next, reason: reason && plainText(reason) },
    });
  });

/** Which series a person judges, up to which period. */
export type JudgedSeries = {
  readonly indicator: string;
  readonly geography: Geography;
  readonly period: string;
};

/** Judges the progress of a series by hand; judging again replaces the judgment. */
export const judgeProgress = (
  details: JudgedSeries & {
    readonly status: ProgressStatus;
    readonly reason: Label;
    readonly today: CivilDate;
  },
) =>
  whileInUse(details.indicator, ({ definition }) => {
    const { geography, period, status, reason, today } = details;
    return (
      firstRefusal(
        checkPeriod(period, definition.periodKind, today),
        checkText(reason, 'input.reason'),
      ) ??
      accept({
        type: 'ProgressJudged',
        data: { geography, period, status, reason: plainText(reason) },
      })
    );
  });

/** Withdraws a judgment: the computed status stands again. */
export const withdrawProgressJudgement = (details: JudgedSeries & { readonly reason: Label }) =>
  whileInUse(details.indicator, ({ judged }) => {
    const { geography, period, reason } = details;
    const refusal = firstRefusal(checkText(reason, 'input.reason'));
    if (refusal) return refusal;
    if (!judged?.has(judgedKey(details)))
      return refuse('judgement-unknown', 'input.period', { period });
    return accept({
      type: 'ProgressJudgementWithdrawn',
      data: { geography, period, reason: plainText(reason) },
    });
  });
