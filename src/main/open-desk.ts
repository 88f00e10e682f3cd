import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { v7 } from 'uuid';
import type { CodeLists } from '../domain/code-lists.js';
import { batchHandler, type BatchHandler } from '../domain/command-batch.js';
import {
  commandHandler,
  type CommandHandler,
  type CommandPorts,
} from '../domain/command-handler.js';
import { AppendTooLarge, type EventLog } from '../domain/event-log.js';
import type { TextKeys } from '../domain/text-keys.js';
import { openKeys, type KeysConfiguration } from './open-keys.js';
import { openLog, type LogConfiguration } from './open-log.js';

/** Where the hub keeps what it must not lose, and what it can make again. */
export type Folders = {
  readonly data: string;
  readonly log: string;
  readonly keys: string;
  readonly imports: string;
  readonly mail: string;
  readonly views: string;
};

/** The files of a data directory, which is made when it is not there. */
export function foldersOf(data: string): Folders {
  mkdirSync(join(data, 'views'), { recursive: true, mode: 0o700 });
  return {
    data,
    log: join(data, 'log.db'),
    keys: join(data, 'keys.db'),
    imports: join(data, 'imports.db'),
    mail: join(data, 'mail.db'),
    views: join(data, 'views'),
  };
}

/** The keys of texts; `fresh` is there when other nodes write them too. */
export type DeskKeys = TextKeys & { fresh?(): Promise<void> };

/** What it takes to give commands: the log, the keys of texts and the handler over both. */
export type Desk = {
  readonly execute: CommandHandler;
  /** The same for commands about one stream, appended at once. */
  readonly executeAll: BatchHandler;
  readonly log: EventLog;
  readonly keys: DeskKeys;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
  close(): Promise<void>;
};

/** Told about what changed, or failed to, besides the caller. */
export type DeskWatch = { appended(): void; destroyed(): void; appendFailed?(): void };

/** The clock of this machine: an instant, ISO 8601 in UTC. */
export const clock = (): string => new Date().toISOString();

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const canonical = (value: unknown): string => canonicalize(value) ?? '';

const watchedLog = (log: EventLog, { appended, appendFailed }: DeskWatch): EventLog => ({
  ...log,
  async append(stream, expectedRevision, events) {
    try {
      const result = await log.append(stream, expectedRevision, events);
      appended();
      return result;
    } catch (error) {
      // It is written in parts, or refused: the log is well.
      if (!(error instanceof AppendTooLarge)) appendFailed?.();
      throw error;
    }
  },
});

const watchedKeys = (keys: DeskKeys, destroyed: () => void): DeskKeys => ({
  ...keys,
  async destroy(ids) {
    await keys.destroy(ids);
    destroyed();
  },
});

const portsOver = (log: EventLog, keys: TextKeys, codeLists: CodeLists): CommandPorts => ({
  log,
  keys,
  codeLists: () => codeLists,
  now: clock,
  newId: () => v7(),
  digest: sha256,
  canonical,
});

async function openKeysOf(
  log: EventLog,
  configuration: KeysConfiguration,
  folders: Folders,
  { destroyed }: DeskWatch,
): Promise<DeskKeys> {
  try {
    return await openKeys(configuration, folders.keys, (await log.head()) === 0, destroyed);
  } catch (error) {
    await log.close();
    throw error;
  }
}

/**
 * Opens the log for writing, the keys, and the command handler over them.
 * @throws EventLogUnavailable when another process writes the log
 * @throws CommandFailed when the log is there but its keys are not
 */
export async function openDesk(
  configuration: LogConfiguration & KeysConfiguration,
  folders: Folders,
  codeLists: CodeLists,
  watch: DeskWatch = { appended: () => undefined, destroyed: () => undefined },
): Promise<Desk> {
  const log = watchedLog(await openLog(configuration, folders.log), watch);
  const keys = watchedKeys(await openKeysOf(log, configuration, folders, watch), watch.destroyed);
  const ports = portsOver(log, keys, codeLists);
  const executeAll = batchHandler(ports);
  return {
    execute: commandHandler(ports, executeAll),
    executeAll,
    log,
    keys,
    now: clock,
    async close() {
      await log.close();
      await keys.close();
    },
  };
}
