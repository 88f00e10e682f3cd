import type { FastifyInstance } from 'fastify';
import type { Identity } from '../identity/identity.js';
import type { ViewsProgress } from './api.js';
import { authenticateHeaders } from './caller.js';
import { callerRate } from './caller-rate.js';
import type { HttpLimits } from './http-limits.js';
import { HttpProblem } from './http-problem.js';
import { preferredLanguage } from './language.js';
import { awaitPosition } from './min-position.js';

/**
 * What holds for every GraphQL address: who asks is established before the body is read, and
 * the views have reached `jalon-min-position` before anything is answered.
 */
export function graphqlHooks(
  app: FastifyInstance,
  identity: Identity,
  views: ViewsProgress,
  limits: HttpLimits,
): void {
  const wait = awaitPosition(views, limits);
  const count = callerRate(limits.callerRequestsMax, () => performance.now());
  app.addHook('onRequest', async (request, reply) => {
    const { headers, id } = request;
    void reply.header('jalon-position', String(views.position()));
    if ((headers['content-encoding'] ?? 'identity') !== 'identity')
      throw new HttpProblem('content-encoding-unsupported');
    const language = preferredLanguage(headers['accept-language']);
    const caller = await authenticateHeaders(headers, identity);
    count(caller);
    request.facts = { caller, language, correlationId: id };
  });
  app.addHook('preHandler', async (request) => wait(request.headers['jalon-min-position']));
}
