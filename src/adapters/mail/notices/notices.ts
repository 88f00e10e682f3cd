import { commitmentReassigned } from './commitment-reassigned.js';
import type { EventNotice } from './event-notice.js';
import { feedbackGiven } from './feedback-given.js';
import { informationRequestWithdrawn } from './information-request-withdrawn.js';
import { informationRequested } from './information-requested.js';
import { responsibleNamed } from './responsible-named.js';
import { submissionAccepted } from './submission-accepted.js';
import { submissionFiled } from './submission-filed.js';
import { submissionReopened } from './submission-reopened.js';
import { submissionReturned } from './submission-returned.js';

/** Every event that people are written to about. To add one: a file beside this, and a line. */
const all: readonly EventNotice[] = [
  commitmentReassigned,
  responsibleNamed,
  submissionFiled,
  submissionReturned,
  submissionAccepted,
  submissionReopened,
  feedbackGiven,
  informationRequested,
  informationRequestWithdrawn,
];

const byType = new Map<string, EventNotice>(all.map((notice) => [notice.type, notice]));

/** The notice of an event; undefined for most. */
export const noticeOf = (type: string): EventNotice | undefined => byType.get(type);
