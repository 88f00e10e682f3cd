import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { v7 } from 'uuid';
import { openMemoryEventLog } from '../../src/adapters/event-log/memory/open-memory-event-log.js';
import { memoryTextKeys } from '../../src/adapters/text-keys/memory-text-keys.js';
import type { Caller } from '../../src/domain/authority.js';
import { batchHandler } from '../../src/domain/command-batch.js';
import { commandHandler, type CommandPorts } from '../../src/domain/command-handler.js';
import type { EventLog } from '../../src/domain/event-log.js';
import type { StoredEvent } from '../../src/domain/event.js';
import { deliveredCodeLists } from './code-lists.js';

/** An administrator of the ministry, who may record anything for anyone. */
export const administrator: Caller = {
  actor: 'test administrator',
  role: 'administrator',
  organizations: ['solgen'],
};

/** A municipal approver of the bodies named. */
export const approver = (...organizations: readonly string[]): Caller => ({
  actor: 'test approver',
  role: 'municipal-approver',
  organizations,
});

/** A command handler over memory, with a clock that the test sets. */
export function commandDesk(log: EventLog = openMemoryEventLog()) {
  const keys = memoryTextKeys();
  const clock = { now: '2024-06-15T16:00:00.000Z' };
  const ports: CommandPorts = {
    log,
    keys,
    codeLists: () => deliveredCodeLists,
    now: () => clock.now,
    newId: () => v7(),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    canonical: (value) => canonicalize(value) ?? '',
  };
  const executeAll = batchHandler(ports);
  const execute = commandHandler(ports, executeAll);
  const everything = async (): Promise<readonly StoredEvent[]> => {
    const all: StoredEvent[] = [];
    for await (const batch of log.readAll()) all.push(...batch);
    return all;
  };
  return { execute, executeAll, log, keys, clock, everything };
}
