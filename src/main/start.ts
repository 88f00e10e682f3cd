import { once } from 'node:events';
import { pino } from 'pino';
import { demoCommands, loadDemo } from '../adapters/demo/load-demo.js';
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

/** Loads the demonstration; repeating it writes nothing. Returns the number of commands. */
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
      if (demo && (await desk.log.head()) === 0) await loadDelivered(desk, onDemo);
    },
    onBuild: ({ position, head }) => onBuild(position, head),
  });
  try {
    const signalled = untilSignalled();
    const server = await hub.listen(logger);
    if (demo)
      for (const { role, organization, token } of demoTokens(hub.identity))
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
