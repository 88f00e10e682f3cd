import { lexicographicSortSchema, printSchema } from 'graphql';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Api, Authenticate, Health, ViewsProgress } from './api.js';
import { startApollo } from './apollo-server.js';
import { responseCache, type ResponseCache } from './cache/response-cache.js';
import { allowOrigins } from './cors.js';
import { executeOperation } from './execute-operation.js';
import { gate, type Gate } from './gate.js';
import { serveGraphiql } from './graphiql.js';
import { graphqlHooks } from './graphql-hooks.js';
import { graphqlRoute } from './graphql-route.js';
import { healthRoutes } from './health-routes.js';
import { httpApp } from './http-app.js';
import { defaultHttpLimits, type HttpLimits } from './http-limits.js';
import { metrics, metricsRoute, type Metrics } from './metrics.js';
import { openStreams, type OpenStreams } from './open-streams.js';
import { operationLimits } from './operation-limits.js';
import { logRequests } from './request-log.js';
import { startPage } from './start-page.js';
import { serveText } from './static-text.js';
import { streamRoute } from './stream-route.js';

/** What is served, and where. */
export type HttpOptions = {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Limits that differ from `defaultHttpLimits`. */
  readonly limits?: Partial<HttpLimits>;
  /** Origins whose pages may call the API, `https://example.org`; none by default. */
  readonly origins?: readonly string[];
  /** Serves GraphiQL; true by default. */
  readonly graphiql?: boolean;
  readonly logger: Logger;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
  readonly api: Api;
  readonly authenticate: Authenticate;
  readonly views: ViewsProgress;
  readonly health: Health;
};

/** A server that listens. */
export type HttpServer = {
  /** `http://host:port`. */
  readonly url: string;
  /** Drops every remembered answer: for changes that no tag announces, as of a text's key. */
  forgetAnswers(): void;
  /** Takes no more requests, ends streams, lets what is under way finish within a bound. */
  stop(): Promise<void>;
};

type Inside = {
  readonly cache: ResponseCache;
  readonly work: Gate;
  readonly streams: OpenStreams;
  readonly isStopping: () => boolean;
};

const countRequests = (options: HttpOptions, limits: HttpLimits, inside: Inside): Metrics =>
  metrics({
    health: options.health,
    views: options.views,
    logMsMax: limits.logMsMax,
    gauges: {
      jalon_response_cache_bytes: ['Bytes of remembered answers.', inside.cache.bytes],
      jalon_operations_running: ['Operations being executed.', inside.work.running],
      jalon_operations_queued: ['Operations waiting for their turn.', inside.work.queued],
      jalon_streams_open: ['Open subscriptions.', inside.streams.count],
    },
  });

async function serveApi(
  app: FastifyInstance,
  options: HttpOptions,
  limits: HttpLimits,
  inside: Inside,
): Promise<() => Promise<void>> {
  const { api, authenticate, views, logger } = options;
  const { cache, work, streams } = inside;
  const operations = operationLimits(api.schema, limits);
  const apollo = await startApollo(api, limits, operations, logger);
  await app.register(async (scope) => {
    graphqlHooks(scope, authenticate, views, limits);
    const execute = executeOperation(scope, api, apollo, views);
    graphqlRoute(scope, { execute, cache, gate: work, views, answerMsMax: limits.answerMsMax });
    streamRoute(scope, { api, authenticate, limits, operations, streams });
  });
  return () => apollo.stop();
}

function servePages(
  app: FastifyInstance,
  options: HttpOptions,
  limits: HttpLimits,
  counted: Metrics,
  inside: Inside,
): void {
  const { api, health, views, graphiql = true } = options;
  serveText(app, '/', startPage);
  serveText(app, '/schema.graphql', {
    contentType: 'text/plain; charset=utf-8',
    text: `${printSchema(lexicographicSortSchema(api.schema))}\n`,
  });
  if (graphiql) serveGraphiql(app);
  healthRoutes(app, health, views, limits, inside.isStopping);
  metricsRoute(app, counted);
}

/** Starts serving over HTTP. */
export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  const limits = { ...defaultHttpLimits, ...options.limits };
  let stopped: Promise<void> | undefined;
  const inside: Inside = {
    cache: responseCache(options.views, options.now, limits),
    work: gate(limits),
    streams: openStreams(limits.streamsMax),
    isStopping: () => stopped !== undefined,
  };
  const app = httpApp(limits, options.logger, inside.isStopping);
  const counted = countRequests(options, limits, inside);
  allowOrigins(app, options.origins ?? []);
  logRequests(app, options.logger, counted);
  const stopApi = await serveApi(app, options, limits, inside);
  servePages(app, options, limits, counted, inside);
  const stop = async (): Promise<void> => {
    inside.streams.endAll();
    const late = setTimeout(() => app.server.closeAllConnections(), limits.drainMsMax);
    await app.close();
    clearTimeout(late);
    inside.cache.stop();
    await stopApi();
  };
  return {
    url: await app.listen({ host: options.host, port: options.port }),
    forgetAnswers: () => inside.cache.forget(),
    stop: () => (stopped ??= stop()),
  };
}
