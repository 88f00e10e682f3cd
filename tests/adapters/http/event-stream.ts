import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { PlanServer } from './plan-server.js';

/** One event of a stream: its name, and its data as JSON. */
export type StreamedEvent = { readonly event: string; readonly data: unknown };

/** A subscription as a client sees it. */
export type EventStream = {
  readonly status: number;
  readonly response: IncomingMessage;
  /** Everything that has come, comments included. */
  text(): string;
  /** The next event; undefined at the end. */
  next(): Promise<StreamedEvent | undefined>;
  /** Hangs up. */
  close(): void;
};

async function* eventsOf(chunks: AsyncIterable<string>): AsyncGenerator<StreamedEvent, void> {
  let rest = '';
  for await (const chunk of chunks) {
    const parts = `${rest}${chunk}`.split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const { event, data } = /^event: (?<event>\w+)\ndata:(?<data>.*)$/.exec(part)?.groups ?? {};
      if (event !== undefined) yield { event, data: data ? JSON.parse(data) : null };
    }
  }
}

/** Opens a subscription by POST. */
export async function openStream(
  { url }: Pick<PlanServer, 'url'>,
  query: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<EventStream> {
  const outgoing = httpRequest(`${url}/graphql/stream`, {
    method: 'POST',
    agent: false,
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
  });
  outgoing.end(JSON.stringify({ query }));
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  let text = '';
  const heard = async function* () {
    for await (const chunk of response.setEncoding('utf8')) {
      text += String(chunk);
      yield String(chunk);
    }
  };
  const events = eventsOf(heard());
  return {
    status: response.statusCode ?? 0,
    response,
    text: () => text,
    next: async () => (await events.next()).value ?? undefined,
    close: () => response.destroy(),
  };
}
