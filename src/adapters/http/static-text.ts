import { hash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** A text that stays the same as long as the server runs. */
export type StaticText = {
  readonly contentType: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Serves a text that never changes, with an entity tag. */
export function serveText(app: FastifyInstance, url: string, page: StaticText): void {
  const etag = `"${hash('sha256', page.text, 'base64url')}"`;
  const headers = {
    'content-type': page.contentType,
    'cache-control': 'no-cache',
    'referrer-policy': 'no-referrer',
    etag,
    ...page.headers,
  };
  app.get(url, (request, reply) => {
    void reply.headers(headers);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.send(page.text);
  });
}
