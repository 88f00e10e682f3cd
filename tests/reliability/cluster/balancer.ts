import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a node says of itself over a new connection: a status, or that nobody listens. */
export type Seen = number | 'no listener';

/** Sends clients to nodes that call themselves ready, as a proxy before them does. */
export type Balancer = {
  /** Address of a node while it is ready. */
  url(node: number): string | undefined;
  /** What each node said, one after the other, repetitions left out. */
  readonly seen: readonly Seen[][];
  /** Resolves when the last check is done. */
  readonly done: Promise<unknown>;
};

const checkMs = 50;

async function look(url: string): Promise<Seen> {
  try {
    const [answer] = (await once(get(`${url}/readyz`, { agent: false }), 'response')) as [
      IncomingMessage,
    ];
    answer.resume();
    return answer.statusCode ?? 0;
  } catch {
    return 'no listener';
  }
}

/** Checks two nodes until the signal. */
export function balancer(
  addressOf: (node: number) => string | undefined,
  signal: AbortSignal,
): Balancer {
  const ready: (string | undefined)[] = [];
  const seen: Seen[][] = [[], []];
  const check = async (node: number): Promise<void> => {
    while (!signal.aborted) {
      const address = addressOf(node);
      const now = address === undefined ? 'no listener' : await look(address);
      ready[node] = now === 200 ? address : undefined;
      if (seen[node]?.at(-1) !== now) seen[node]?.push(now);
      await sleep(checkMs);
    }
  };
  return { url: (node) => ready[node], seen, done: Promise.all([check(0), check(1)]) };
}
