import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Api, ApiContext, ViewsProgress } from './api.js';
import { carryOperation } from './operation.js';

/** What came of an operation; its status and media type are set on the reply. */
export type Executed = {
  readonly json: string;
  /** Position that the answer reflects. */
  readonly position: number;
  /** What the answer depends on; undefined when it read the views and does not say which. */
  readonly tags: ReadonlySet<string> | undefined;
};

/** Executes the operation of a request through Apollo. */
export type ExecuteOperation = (request: FastifyRequest, reply: FastifyReply) => Promise<Executed>;

/** Binds the API to Apollo; the context of each request is released when its answer is written. */
export function executeOperation(
  app: FastifyInstance,
  api: Api,
  apollo: ApolloServer<ApiContext>,
  views: ViewsProgress,
): ExecuteOperation {
  const contexts = new WeakMap<FastifyRequest, ApiContext>();
  const run = fastifyApolloHandler(apollo, {
    context: async (request) => {
      const context = carryOperation(await api.createContext(request.facts), request.operation);
      contexts.set(request, context);
      return context;
    },
  });
  return async (request, reply) => {
    try {
      const json = (await run.call(app, request, reply)) as string;
      const context = contexts.get(request);
      const read = context?.position();
      const tags = read !== undefined && context?.tags.size === 0 ? undefined : context?.tags;
      return { json, position: read ?? views.position(), tags };
    } finally {
      // In a turn of its own: whoever waits for the snapshot begins to compute at once.
      setImmediate(() => contexts.get(request)?.release());
    }
  };
}
