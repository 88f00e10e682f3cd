import type { EventLog } from '../../../src/domain/event-log.js';

/** A log under test and what removes its traces. */
export type OpenedLog = { readonly log: EventLog; dispose(): Promise<void> };

/** Opens an empty log, or one that holds events of others. */
export type OpenLog = () => Promise<OpenedLog>;
