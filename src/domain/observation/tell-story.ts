import { accept, refuse, type Decision } from '../decision.js';
import type { Geography } from '../identifiers.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import type { ObservationEvents } from './events.js';
import { checkKey, type ObservationRules } from './key-rules.js';
import type { ObservationState } from './state.js';

/**
 * Tells the story behind the curve (Results-Based Accountability): what lies behind a number,
 * or behind its absence. Telling it again replaces it; a wrong one is marked in error.
 */
export const tellStory =
  (
    details: ObservationRules & {
      readonly geography: Geography;
      readonly period: string;
      readonly text: Label;
    },
  ) =>
  (_: ObservationState): Decision<ObservationEvents> => {
    const { indicator, geography, period, text } = details;
    if (indicator.status === 'retired')
      return refuse('indicator-retired', 'input.indicator', { indicator: indicator.key });
    const key = { geography, period, categories: [] };
    return (
      firstRefusal(checkKey(key, details), checkText(text, 'input.text')) ??
      accept({
        type: 'StoryTold',
        data: { indicator: indicator.key, geography, period, text: plainText(text) },
      })
    );
  };
