import { once } from 'node:events';
import {
  Agent,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { startHttp, type HttpOptions } from '../../../src/adapters/http/start-http.js';
import type { Caller } from '../../../src/domain/authority.js';
import { planApi, type Stage } from './plan-api.js';
import { planStore, type PlanStore } from './plan-store.js';

/** An answer, its body as the bytes that came. */
export type Reply = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  /** The body as JSON. */
  json(): Answered;
};
/** A GraphQL answer, as far as tests look at it. */
export type Answered = {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, string>>;
  }[];
};

type Sent = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

/** People who have a token, by the token. */
const people: Readonly<Record<string, Caller>> = {
  analyst: { actor: 'ann', role: 'ministry-analyst', organizations: ['solgen'] },
  editor: { actor: 'ed', role: 'municipal-editor', organizations: ['3560010'] },
  colleague: { actor: 'ed', role: 'municipal-editor', organizations: ['3560010', '3560027'] },
};

/** A server over a store of plans, on a port of its own. */
export type PlanServer = {
  readonly url: string;
  readonly store: PlanStore;
  readonly stage: Stage;
  /** Lines of the log. */
  readonly log: Readonly<Record<string, unknown>>[];
  /** Tokens that no longer hold. */
  readonly revoked: Set<string>;
  send(sent: Sent): Promise<Reply>;
  /** Posts an operation. */
  ask(query: string, more?: Ask): Promise<Reply>;
  forgetAnswers(): void;
  stop(): Promise<void>;
};
type Ask = {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Reads an answer to its end. */
export const readReply = async (response: IncomingMessage): Promise<Reply> => {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const text = bytes.toString();
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    bytes,
    text,
    json: () => JSON.parse(text) as Answered,
  };
};

/** Starts a server. */
export async function planServer(options: Partial<HttpOptions> = {}): Promise<PlanServer> {
  const store = planStore();
  const { api, stage } = planApi(store);
  const log: Readonly<Record<string, unknown>>[] = [];
  const revoked = new Set<string>();
  const lines = new Writable({
    write(chunk: Buffer, _, done) {
      log.push(JSON.parse(chunk.toString()) as Readonly<Record<string, unknown>>);
      done();
    },
  });
  const server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    logger: pino(lines),
    now: () => stage.now,
    api,
    identity: {
      authenticate: async (token) => (revoked.has(token) ? undefined : people[token]),
    },
    views: store.views,
    logHead: async () => store.snapshot().position,
    ...options,
  });
  const agent = new Agent({ keepAlive: true });
  const send = async ({ method = 'GET', path = '/', headers = {}, body }: Sent) => {
    const outgoing = httpRequest(`${server.url}${path}`, { method, headers, agent });
    outgoing.end(body);
    const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
    return readReply(response);
  };
  return {
    url: server.url,
    store,
    stage,
    log,
    revoked,
    send,
    ask: (query, { headers, ...more } = {}) =>
      send({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, ...more }),
      }),
    forgetAnswers: () => server.forgetAnswers(),
    async stop() {
      await server.stop();
      agent.destroy();
    },
  };
}

/** Starts a server for one test and stops it afterwards. */
export async function withServer(
  options: Partial<HttpOptions>,
  test: (server: PlanServer) => Promise<void>,
): Promise<void> {
  const server = await planServer(options);
  try {
    await test(server);
  } finally {
    await server.stop();
  }
}

/** Code and reason of the first error of an answer. */
export const problemOf = (reply: Reply): string => {
  const { code, reason } = reply.json().errors?.[0]?.extensions ?? {};
  return [reply.status, code, reason].filter(Boolean).join(' ');
};
