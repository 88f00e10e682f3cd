import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ViewsProgress } from './api.js';
import { answerOf } from './cache/answer.js';
import { requestKey } from './cache/request-key.js';
import type { ResponseCache } from './cache/response-cache.js';
import type { ExecuteOperation } from './execute-operation.js';
import type { Gate } from './gate.js';
import { HttpProblem } from './http-problem.js';
import { operationParams } from './operation-params.js';
import { sendAnswer } from './send-answer.js';

/** What the address of queries and mutations is made of. */
export type GraphqlParts = {
  readonly execute: ExecuteOperation;
  readonly cache: ResponseCache;
  readonly gate: Gate;
  readonly views: ViewsProgress;
  readonly answerMsMax: number;
};

const acceptsMax = 200;

/** True for what no foreign page can make a browser send: the rule that Apollo applies. */
function isPreflighted({ method, headers }: FastifyRequest): boolean {
  if (method === 'POST') return true;
  const named = headers['apollo-require-preflight'] ?? headers['x-apollo-operation-name'];
  return headers['content-type'] === undefined && named !== undefined && named !== '';
}

function keyOf(request: FastifyRequest): string | undefined {
  const params = operationParams(request);
  return params && requestKey(request.facts, params);
}

/** Rejects when a work takes too long; the work itself goes on to its end. */
async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new HttpProblem('answer-too-slow')), ms);
  timer.unref();
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Serves queries and mutations, remembered answers first. */
export function graphqlRoute(app: FastifyInstance, parts: GraphqlParts): void {
  const { execute, cache, gate, views, answerMsMax } = parts;
  // In which media type Apollo answered to an Accept header; it negotiates, this remembers.
  const mediaTypes = new Map<string, string>();

  const answerAfresh = async (request: FastifyRequest, reply: FastifyReply, key?: string) => {
    const { operation } = request;
    operation.cache = 'miss';
    const work = async () => {
      if (reply.raw.destroyed) throw new HttpProblem('overloaded');
      const making = cache.begin();
      return { making, ...(await execute(request, reply)) };
    };
    const { making, json, position, tags } = await within(gate.pass(work), answerMsMax);
    if (reply.statusCode !== 200 || operation.type !== 'query' || operation.failed) {
      const headers = { 'cache-control': 'no-store', 'jalon-position': String(position) };
      return reply.headers(headers).send(json);
    }
    const answer = answerOf(json, operation.name);
    if (key !== undefined && tags !== undefined) making.remember(key, answer, tags);
    const mediaType = String(reply.getHeader('content-type'));
    if (mediaTypes.size >= acceptsMax) mediaTypes.clear();
    mediaTypes.set(request.headers.accept ?? '', mediaType);
    return sendAnswer(request, reply, answer, { mediaType, position });
  };

  const answer = (request: FastifyRequest, reply: FastifyReply) => {
    const key = isPreflighted(request) ? keyOf(request) : undefined;
    const known = key === undefined ? undefined : cache.find(key);
    const mediaType = mediaTypes.get(request.headers.accept ?? '');
    if (known === undefined || mediaType === undefined) return answerAfresh(request, reply, key);
    const { operation } = request;
    operation.type = 'query';
    operation.name = known.operation;
    operation.cache = 'hit';
    return sendAnswer(request, reply, known, { mediaType, position: views.position() });
  };

  app.route({ method: ['GET', 'POST'], url: '/graphql', exposeHeadRoute: false, handler: answer });
}
