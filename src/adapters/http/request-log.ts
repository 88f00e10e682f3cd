import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';

const pathLengthMax = 100;

/**
 * Counts every request and writes one line about it. Neither tokens nor bodies nor query
 * strings are in it, so that nothing anybody wrote ends up in a log.
 */
export function logRequests(app: FastifyInstance, logger: Logger, metrics: Metrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { statusCode, elapsedTime } = reply;
    const { type, name, cache } = request.operation;
    metrics.count(request, statusCode, elapsedTime);
    logger.info(
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
