import { setTimeout as pause } from 'node:timers/promises';
import { EventLogUnavailable } from '../../../domain/event-log.js';
import { backOff } from './back-off.js';
import { ClosableClient } from './closable-client.js';
import type { ClusterAddress } from './connection-string.js';
import { reasonOf } from './fault-of.js';
import { closed } from './unavailable.js';

/**
 * The one connection of the process. The client library shares its appends under way between
 * clients, so a broken client is done with before the next one is made.
 */
export type Connection = {
  /** Hosts and ports, for messages. */
  readonly shown: string;
  /** The client to use now; undefined while a broken one is being replaced. */
  current(): ClosableClient | undefined;
  /** The client, once there is one. @throws EventLogUnavailable when closed */
  client(): Promise<ClosableClient>;
  /** Gives up a client on which a call failed; the next one comes after a pause. */
  replace(failed: ClosableClient, cause: unknown): void;
  /**
   * Says that a call was answered: the next pause is a short one again. A subscription says
   * nothing of the kind, for one is served also where appends are not.
   */
  works(): void;
  /** Why the last client was given up; empty when none was since it last worked. */
  lastReason(): string;
  close(): Promise<void>;
};

/** Longest that a broken client may take to end its calls. */
const shutMsMax = 1_000;

/**
 * Members are asked once, two seconds each, for who leads: a discovery that failed is repeated by
 * whoever waits, for as long as there is time, and not by a client that was given up.
 */
const oneDiscovery = { maxDiscoverAttempts: 1, gossipTimeout: 2 };

function newClient({ endpoints, byName, options, channel, credentials }: ClusterAddress) {
  const [endpoint, ...others] = endpoints;
  const shared = { ...oneDiscovery, ...options, throwOnAppendFailure: true };
  if (byName) return new ClosableClient({ discover: endpoint, ...shared }, channel, credentials);
  if (others.length > 0)
    return new ClosableClient({ endpoints: [...endpoints], ...shared }, channel, credentials);
  return new ClosableClient({ endpoint, ...shared }, channel, credentials);
}

async function shut(client: ClosableClient): Promise<void> {
  const late = new AbortController();
  const ended = client.shut().catch(() => undefined);
  await Promise.race([ended, pause(shutMsMax, undefined, { signal: late.signal })]);
  late.abort();
}

/** Opens the connection; nothing is sent before the first call. */
export function openConnection(address: ClusterAddress): Connection {
  let current: ClosableClient | undefined = newClient(address);
  let replacing = Promise.resolve();
  let reason = '';
  const closing = new AbortController();
  const { pause: backingOff, reset } = backOff(closing.signal);

  const next = async (failed: ClosableClient): Promise<void> => {
    await shut(failed);
    await backingOff();
    if (!closing.signal.aborted) current = newClient(address);
  };
  const client = async (): Promise<ClosableClient> => {
    while (current === undefined) {
      if (closing.signal.aborted) throw closed();
      await replacing;
    }
    return current;
  };
  return {
    shown: address.shown,
    current: () => current,
    client,
    replace(failed, cause) {
      if (failed !== current) return;
      // That it was silent is all there is to say.
      reason = cause instanceof EventLogUnavailable ? '' : reasonOf(cause);
      current = undefined;
      replacing = next(failed);
    },
    works() {
      reset();
      reason = '';
    },
    lastReason: () => reason,
    async close() {
      closing.abort();
      await (current === undefined ? replacing : shut(current));
      current = undefined;
    },
  };
}
