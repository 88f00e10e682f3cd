import type { Noun } from '../command.js';
import type { Geography } from '../identifiers.js';
import {
  indicatorEvents,
  type IndicatorDefinition,
  type IndicatorEvents,
  type ProgressRule,
} from './events.js';

/** One version of a definition; a break starts a series of its own. */
export type IndicatorVersion = { readonly version: number; readonly isBreak: boolean };

/** An indicator from its definition on, in the version in force. */
export type DefinedIndicator = {
  readonly status: 'defined' | 'retired';
  readonly key: string;
  readonly definition: IndicatorDefinition;
  /** 1, 2, 3 … */
  readonly version: number;
  /** Every version, oldest first. */
  readonly versions: readonly IndicatorVersion[];
  readonly progressRule?: ProgressRule | undefined;
  /** Series whose computed progress a person's judgment replaces, as `judgedKey` names them. */
  readonly judged?: ReadonlySet<string>;
};

/** Names a series and its latest period: "BODY 3525005 2021". */
export const judgedKey = (of: { readonly geography: Geography; readonly period: string }): string =>
  `${of.geography.kind} ${of.geography.code} ${of.period}`;

/** An indicator: not defined, in use, or retired for good. */
export type IndicatorState = { readonly status: 'none' } | DefinedIndicator;

/** The noun "indicator": its streams, events and fold. */
export const indicator: Noun<IndicatorState, IndicatorEvents> = {
  category: 'indicator',
  events: indicatorEvents,
  fold: {
    initial: { status: 'none' },
    on: {
      IndicatorDefined: (_, { key, ...definition }) => ({
        status: 'defined',
        key,
        definition,
        version: 1,
        versions: [{ version: 1, isBreak: false }],
      }),
      // Whatever follows a definition that was recorded in error changes nothing.
      IndicatorRevised: (state, { comparability, reason: _, ...definition }) => {
        if (state.status === 'none') return state;
        const version = state.version + 1;
        const isBreak = comparability === 'BREAK';
        const versions = [...state.versions, { version, isBreak }];
        // Baseline and target of another series mean nothing in this one.
        const progressRule = isBreak ? undefined : state.progressRule;
        return { ...state, definition, version, versions, progressRule };
      },
      IndicatorRetired: (state) =>
        state.status === 'none' ? state : { ...state, status: 'retired' },
      ProgressRuleSet: (state, { reason: _, ...progressRule }) =>
        state.status === 'none' ? state : { ...state, progressRule },
      ProgressJudged: (state, judgement) =>
        state.status === 'none'
          ? state
          : { ...state, judged: new Set([...(state.judged ?? []), judgedKey(judgement)]) },
      ProgressJudgementWithdrawn(state, withdrawn) {
        if (state.status === 'none') return state;
        const key = judgedKey(withdrawn);
        return { ...state, judged: new Set([...(state.judged ?? [])].filter((k) => k !== key)) };
      },
    },
  },
};
