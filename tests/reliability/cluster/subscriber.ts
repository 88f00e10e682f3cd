import { setTimeout as sleep } from 'node:timers/promises';
import { operation } from '../../support/contract-operations.js';
import { streamed } from '../../support/streamed.js';

/** Positions a subscriber was sent, in the order in which they came, and how often it asked. */
export type Heard = { readonly planId: string; readonly positions: number[]; asked: number };

const pauseMs = 50;

type Event = { readonly data?: { readonly planChanged?: { readonly position: string } | null } };

/** Follows a plan at one node after the other, each time from the last position it saw. */
export async function subscriber(
  heard: Heard,
  first: number,
  url: (node: number) => string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const { planId } = heard;
  for (let node = first; !signal.aborted; node++) {
    heard.asked += 1;
    const address = url(node % 2);
    const since = String(heard.positions.at(-1) ?? 0);
    const question = { query: operation('PlanChanged'), variables: { planId, since } };
    try {
      if (address !== undefined)
        for await (const event of streamed(address, question, signal)) {
          const { position } = (JSON.parse(event) as Event).data?.planChanged ?? {};
          // An error ends the stream: the client resumes.
          if (position === undefined) break;
          heard.positions.push(Number(position));
        }
    } catch {
      // A node that is gone; another one goes on from the same position.
    }
    await sleep(pauseMs);
  }
}
