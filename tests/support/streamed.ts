/** A question to `/graphql/stream`. */
export type StreamQuestion = { readonly query: string; readonly variables: object };

/** The data of a subscription's events, as text, as they come; ends when the connection does. */
export async function* streamed(
  url: string,
  question: StreamQuestion,
  signal?: AbortSignal,
): AsyncGenerator<string, void> {
  const response = await fetch(`${url}/graphql/stream`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify(question),
    ...(signal && { signal }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body ?? []) {
    const parts = `${rest}${decoder.decode(chunk as Uint8Array, { stream: true })}`.split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const data = /^event: next\ndata: (.+)$/m.exec(part)?.[1];
      if (data !== undefined) yield data;
    }
  }
}

/** The first so many events of a subscription. */
export async function firstStreamed(
  url: string,
  question: StreamQuestion,
  count: number,
): Promise<readonly string[]> {
  const events: string[] = [];
  for await (const event of streamed(url, question)) {
    events.push(event);
    if (events.length === count) break;
  }
  return events;
}
