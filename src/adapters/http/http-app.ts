import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { correlationId } from './correlation-id.js';
import { failureHandler, refuseConnection, refuseRequest, refuseUnknownPath } from './failures.js';
import type { HttpLimits } from './http-limits.js';
import { takeJsonOnly } from './json-body.js';
import { unknownOperation } from './operation.js';

/** How far a server is: one that was told to stop serves until proxies had time to notice. */
export type Stage = 'serving' | 'told to stop' | 'stopping';

/** Opens a Fastify server without addresses, under the limits, every failure in our own form. */
export function httpApp(limits: HttpLimits, logger: Logger, stage: () => Stage): FastifyInstance {
  const fail = failureHandler(logger);
  const app = Fastify({
    bodyLimit: limits.bodyBytesMax,
    requestTimeout: limits.requestMsMax,
    connectionTimeout: limits.idleMsMax,
    keepAliveTimeout: limits.keepAliveMsMax,
    http: {
      headersTimeout: limits.headersMsMax,
      connectionsCheckingInterval: limits.slowCheckMs,
    },
    return503OnClosing: false,
    requestIdHeader: false,
    genReqId: ({ headers }) => correlationId(headers['x-request-id']),
    frameworkErrors: fail,
    clientErrorHandler: refuseConnection,
  });
  app.server.maxConnections = limits.connectionsMax;
  takeJsonOnly(app);
  app.setErrorHandler(fail);
  app.setNotFoundHandler((request, reply) => refuseUnknownPath(app, request, reply));
  app.decorateRequest('operation');
  app.decorateRequest('facts');
  app.addHook('onRequest', (request, reply, done) => {
    request.operation = unknownOperation();
    void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    // A request on a connection that is kept would meet its end on the way.
    if (stage() !== 'serving') void reply.header('connection', 'close');
    const { url } = request.routeOptions;
    if (stage() === 'stopping' && url?.startsWith('/graphql'))
      refuseRequest(request, reply, 'stopping');
    else done();
  });
  return app;
}
