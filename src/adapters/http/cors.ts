import type { FastifyInstance } from 'fastify';

const preflight = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers':
    'accept-language, apollo-require-preflight, authorization, content-type, if-none-match, ' +
    'jalon-acting-for, jalon-file-name, jalon-min-position, jalon-role, x-request-id',
  'access-control-max-age': '7200',
};
const exposed = 'etag, jalon-position, retry-after, x-request-id';

/** Lets pages of the origins given call the API. With no origins, no page of another may. */
export function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const allowed = new Set(origins);
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    void reply.header('vary', 'origin');
    if (origin === undefined || !allowed.has(origin)) return done();
    void reply.headers({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': exposed,
    });
    if (request.method !== 'OPTIONS') return done();
    void reply.code(204).headers(preflight).send();
    return undefined;
  });
}
