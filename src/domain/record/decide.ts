import { accept, refuse, type Decision } from '../decision.js';
import type { recordEvents, StoredEvent } from '../event.js';
import { recordedInError } from '../fold.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, textKeysIn, type Label } from '../text.js';

type RecordDecision = Decision<typeof recordEvents>;

/** Marks a decision of the stream as recorded in error; a mark itself may be marked. */
export const markRecordedInError =
  (details: { readonly revision: number; readonly reason: Label }) =>
  (_: null, history: readonly StoredEvent[]): RecordDecision => {
    const { revision, reason } = details;
    const refusal = firstRefusal(checkText(reason, 'input.reason'));
    if (refusal) return refusal;
    const target = history[revision];
    if (target === undefined || target.type === 'TextRedacted')
      return refuse('decision-not-found', 'input.revision', { revision });
    // Consent that was taken back is never revived behind the First Nation's back.
    if (target.stream.startsWith('consent-') && target.type !== 'ConsentGranted')
      return refuse('consent-withdrawal-stands', 'input.revision', { revision });
    if (recordedInError(history).has(revision))
      return refuse('already-recorded-in-error', 'input.revision', { revision });
    return accept({
      type: 'DecisionRecordedInError',
      data: { revision, reason: plainText(reason) },
    });
  };

/** Redacts texts of the stream: their keys are destroyed once this is recorded. */
export const redactTexts =
  (details: {
    readonly keys: readonly string[];
    readonly authority: string;
    readonly reason: Label;
  }) =>
  (_: null, history: readonly StoredEvent[]): RecordDecision => {
    const { keys, authority, reason } = details;
    const refusal = firstRefusal(
      checkText(reason, 'input.reason'),
      checkText({ en: authority }, 'input.authority', 200),
    );
    if (refusal) return refusal;
    const known = new Set(history.flatMap(({ data }) => textKeysIn(data)));
    const missing = keys.findIndex((key) => !known.has(key));
    if (keys.length === 0 || missing >= 0)
      return refuse('text-not-found', `input.keys.${Math.max(missing, 0)}`);
    return accept({
      type: 'TextRedacted',
      data: { keys: [...keys], authority, reason: plainText(reason) },
    });
  };
