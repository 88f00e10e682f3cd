import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { createHandler, type Handler, type OperationArgs } from 'graphql-sse';
import type { Identity } from '../identity/identity.js';
import { HttpProblem } from './http-problem.js';
import type { OpenStreams } from './open-streams.js';
import { operationParams } from './operation-params.js';
import { nextEvent, type Stream } from './stream-event.js';
import {
  DocumentRefused,
  subscriptionDocument,
  type SubscriptionParts,
} from './stream-operation.js';

/** What the address of subscriptions is made of. */
export type StreamParts = SubscriptionParts & {
  readonly identity: Identity;
  readonly streams: OpenStreams;
};

type Events = Handler<Stream, undefined>;

const headersOfStream = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Proxies that collect an answer before passing it on would hold every event back.
  'x-accel-buffering': 'no',
};
const headersOfRefusal = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
};
/** What graphql-sse would ask of a request; ours is read, parsed and validated already. */
const readRequest = {
  method: 'POST',
  url: '/graphql/stream',
  headers: new Map([
    ['accept', 'text/event-stream'],
    ['content-type', 'application/json'],
  ]),
  body: { query: '{}' },
  context: undefined,
};

/** The subscription that a request asks for, ready to be executed. */
function subscriptionOf(request: FastifyRequest, parts: StreamParts): ExecutionArgs {
  if (!request.headers.accept?.includes('text/event-stream'))
    throw new HttpProblem('event-stream-not-accepted');
  const params = operationParams(request);
  if (params === undefined) throw new HttpProblem('request-invalid');
  request.operation.type = 'subscription';
  return {
    schema: parts.api.schema,
    document: subscriptionDocument(params, request.facts, parts),
    operationName: params.operationName ?? null,
    variableValues: params.variables,
  };
}

/** Starts a subscription; its end gives back its place and its snapshot. */
async function start(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: StreamParts,
  events: Events,
): Promise<FastifyReply> {
  const subscription = subscriptionOf(request, parts);
  const ended = Promise.withResolvers<void>();
  const close = parts.streams.open(ended.resolve);
  const opening = Promise.resolve(parts.api.createContext(request.facts));
  reply.raw.once('close', () => {
    ended.resolve();
    close();
    opening.then((opened) => opened.release()).catch(() => undefined);
  });
  const context = await opening;
  const args = { ...subscription, contextValue: context };
  const end = ended.resolve;
  const stream = { request, reply, context, args, checkedAt: performance.now(), end };
  const [body] = await events({ ...readRequest, raw: stream });
  if (body === null || typeof body === 'string') throw new Error('a subscription gave no events');
  void ended.promise.then(() => body.return());
  return reply.headers(headersOfStream).send(Readable.from(body));
}

/** Serves subscriptions as server-sent events, each on a connection of its own. */
export function streamRoute(app: FastifyInstance, parts: StreamParts): void {
  const events = createHandler<Stream, undefined>({
    authenticate: () => null,
    validate: () => [],
    onSubscribe: ({ raw }) => raw.args as OperationArgs,
    onNext: (_, { raw }, result) => nextEvent(raw, result as ExecutionResult, parts),
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql/stream',
    exposeHeadRoute: false,
    handler: (request, reply) => start(request, reply, parts, events),
    errorHandler: (error, _, reply) => {
      if (!(error instanceof DocumentRefused)) throw error;
      const { errors } = error;
      void reply.code(400).headers(headersOfRefusal).send(JSON.stringify({ errors }));
    },
  });
}
