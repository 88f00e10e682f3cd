import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Api, ApiContext, ViewsProgress } from './api.js';
import { answerOf } from './cache/answer.js';
import { requestKey } from './cache/request-key.js';
import type { ResponseCache } from './cache/response-cache.js';
import type { Gate } from './gate.js';
import type { HttpLimits } from './http-limits.js';
import { HttpProblem } from './http-problem.js';
import { carryOperation } from './operation.js';
import { operationParams } from './operation-params.js';
import { sendAnswer } from './send-answer.js';

/** What the address of queries and mutations is made of. */
export type GraphqlParts = {
  readonly api: Api;
  readonly apollo: ApolloServer<ApiContext>;
  readonly cache: ResponseCache;
  readonly gate: Gate;
  readonly views: ViewsProgress;
  readonly limits: HttpLimits;
};

/** Media types in which Apollo answered to an Accept header; an unknown one is left to Apollo. */
const acceptsMax = 200;

/** A query that a foreign page cannot make a browser send, by the rule that Apollo applies. */
function isPreflighted({ method, headers }: FastifyRequest): boolean {
  if (method === 'POST') return true;
  const named = headers['apollo-require-preflight'] ?? headers['x-apollo-operation-name'];
  return headers['content-type'] === undefined && named !== undefined && named !== '';
}

/** Rejects when the work takes too long; the work itself goes on to its end. */
async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new HttpProblem('answer-too-slow')), ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Serves queries and mutations, remembered answers first. */
export function graphqlRoute(app: FastifyInstance, parts: GraphqlParts): void {
  const { api, cache, gate, views, limits } = parts;
  const contexts = new WeakMap<FastifyRequest, ApiContext>();
  const mediaTypes = new Map<string, string>();
  const run = fastifyApolloHandler(parts.apollo, {
    context: async (request) => {
      const context = carryOperation(api.createContext(request.facts), request.operation);
      contexts.set(request, context);
      return context;
    },
  });

  const execute = async (request: FastifyRequest, reply: FastifyReply, key?: string) => {
    const making = cache.begin();
    const position = views.position();
    try {
      const body = await run.call(app, request, reply);
    } finally {
      contexts.get(request)?.release();
    }
  };
}
