import { commitmentReassigned } from './commitment-reassigned.js';
import type { EventNotice } from './event-notice.js';
import { responsibleNamed } from './responsible-named.js';

/** Every event that people are written to about. To add one: a file beside this, and a line. */
const all: readonly EventNotice[] = [commitmentReassigned, responsibleNamed];

const byType = new Map<string, EventNotice>(all.map((notice) => [notice.type, notice]));

/** The notice of an event; undefined for most. */
export const noticeOf = (type: string): EventNotice | undefined => byType.get(type);
