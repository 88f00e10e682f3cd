import type { EventType } from '../../domain/catalogue.js';
import type { StoredEvent } from '../../domain/event.js';
import type { Language } from '../../domain/text.js';
import type { Names, Sentences } from './sentence.js';
import { areaSentences } from './sentences-area.js';
import { codeListSentences } from './sentences-code-list.js';
import { commitmentSentences } from './sentences-commitment.js';
import { cycleSentences } from './sentences-cycle.js';
import { trackingSentences } from './sentences-tracking.js';
import { consentSentences } from './sentences-consent.js';
import { importSentences } from './sentences-import.js';
import { indicatorSentences } from './sentences-indicator.js';
import { lifeSentences } from './sentences-life.js';
import { measureSentences } from './sentences-measure.js';
import { observationSentences } from './sentences-observation.js';
import { organizationSentences } from './sentences-organization.js';
import { personSentences } from './sentences-person.js';
import { organizingSentences } from './sentences-organizing.js';
import { planSentences } from './sentences-plan.js';
import { requestSentences } from './sentences-request.js';
import { recordSentences } from './sentences-record.js';

/**
 * The sentences of every event type. A type without its two sentences does not compile here,
 * and only here: the files gathered are each free to leave one out.
 */
export const sentences: Sentences = {
  ...organizationSentences,
  ...planSentences,
  ...organizingSentences,
  ...lifeSentences,
  ...commitmentSentences,
  ...trackingSentences,
  ...indicatorSentences,
  ...measureSentences,
  ...observationSentences,
  ...areaSentences,
  ...personSentences,
  ...codeListSentences,
  ...consentSentences,
  ...importSentences,
  ...cycleSentences,
  ...requestSentences,
  ...recordSentences,
};

/**
 * What an event says, in one sentence of the language asked for.
 * @param event with its body in the current version
 */
export const sentenceOf = (
  { type, data }: Pick<StoredEvent, 'type' | 'data'>,
  language: Language,
  names: Names,
): string => sentences[type as EventType][language](data as never, names);
