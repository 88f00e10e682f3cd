import { once } from 'node:events';
import { pino } from 'pino';
import { demoCommands, loadDemo } from '../adapters/demo/load-demo.js';
import { demoActor } from '../adapters/demo/step.js';
import type { Configuration } from './configuration.js';
import { deliveredData } from './delivered-data.js';
import { demoTokens } from './demo-tokens.js';
import type { Desk } from './open-desk.js';
import { openHub } from './open-hub.js';

/** Shows how far a long step is; `total` is known when the step begins. */
export type ShowProgress = (done: number, total: number) => void;

/** What starting shows on the way. */
export type StartOptions = {
  /** Loads the demonstration into an empty log, and prints a token of each role. */
  readonly demo: boolean;
  readonly onDemo: ShowProgress;
  readonly onBuild: ShowProgress;
  readonly print: (line: string) => void;
};

/** Whether a log is ready for the demonstration: it has all of it, a part, or something else. */
export async function demoState({ log }: Desk): Promise<'none' | 'begun' | 'loaded' | 'other'> {
  const head = await log.head();
  if (head === 0) return 'none';
  for await (const [first] of log.readAll({ limit: 1 }))
    if (first?.metadata.actor !== demoActor) return 'other';
  return head < demoCommands ? 'begun' : 'loaded';
}

/** Loads the demonstration, or what is missing of it; repeating it writes nothing. */
export const loadDelivered = (desk: Desk, onDemo: ShowProgress): Promise<number> =>
  loadDemo(desk.execute, deliveredData, (done) => onDemo(done, demoCommands));

async function untilSignalled(): Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  await Promise.race([
    once(process, 'SIGTERM', { signal }),
    once(process, 'SIGINT', { signal }),
  ]).finally(() => stopping.abort());
}

/** Serves until the process is asked to stop, then stops in good order. */
export async function start(configuration: Configuration, options: StartOptions): Promise<void> {
  const { demo, onDemo, onBuild, print } = options;
  const logger = pino({ level: configuration.logLevel });
  const hub = await openHub(configuration, {
    onDesk: async (desk) => {
      const isWanted = demo && ['none', 'begun'].includes(await demoState(desk));
      if (isWanted) await loadDelivered(desk, onDemo);
    },
    onBuild: ({ position, head }) => onBuild(position, head),
    onTrouble: (err) => logger.error({ err }, 'the views stand still'),
  });
  try {
    const signalled = untilSignalled();
    const server = await hub.listen(logger);
    if (demo && configuration.localTokens)
      for (const { role, organization, token } of await demoTokens(hub.identity))
        print(`token ${role} ${organization} ${token}`);
    print(
      `Jalon: ${server.url}/ (GraphQL: ${server.url}/graphql, GraphiQL: ${server.url}/graphiql)`,
    );
    await signalled;
    await server.stop();
  } finally {
    await hub.close();
  }
}
