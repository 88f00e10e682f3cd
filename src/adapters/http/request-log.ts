import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';

const pathLengthMax = 100;
/** What watches the hub asks these all the time: counted, it would hide how clients fare. */
const watched: ReadonlySet<string | undefined> = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * Counts every request of a client and writes one line about it; about what watches the hub only
 * at the level of debugging. Neither tokens nor bodies nor query strings are in it, so that
 * nothing anybody wrote ends up in a log.
 */
export function logRequests(app: FastifyInstance, logger: Logger, metrics: Metrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { statusCode, elapsedTime } = reply;
    const { type, name, cache } = request.operation;
    const isWatching = watched.has(request.routeOptions.url);
    if (!isWatching) metrics.count(request, statusCode, elapsedTime);
    logger[isWatching ? 'debug' : 'info'](
      {
        correlationId: request.id,
        method: request.method,
        path: request.routeOptions.url ?? request.url.split('?', 1)[0]?.slice(0, pathLengthMax),
        type,
        operation: name,
        status: statusCode,
        durationMs: Math.round(elapsedTime * 1_000) / 1_000,
        cache,
      },
      'request',
    );
    done();
  });
}
