import { setTimeout as pause } from 'node:timers/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Identity } from '../identity/identity.js';
import type { Calendar } from '../calendar/open-calendar.js';
import type { Api, ViewsProgress } from './api.js';
import { startApollo } from './apollo-server.js';
import { responseCache } from './cache/response-cache.js';
import { calendarRoutes } from './calendar-routes.js';
import { allowOrigins } from './cors.js';
import { executeOperation } from './execute-operation.js';
import { gate } from './gate.js';
import { serveGraphiql } from './graphiql.js';
import { graphqlHooks } from './graphql-hooks.js';
import { graphqlRoute } from './graphql-route.js';
import { headWithin, healthRoutes } from './health-routes.js';
import { httpApp, type Stage } from './http-app.js';
import { defaultHttpLimits, type HttpLimits } from './http-limits.js';
import { metrics, metricsRoute, type Readings } from './metrics.js';
import { openStreams } from './open-streams.js';
import { operationLimits } from './operation-limits.js';
import { importRoutes, type ImportsOverHttp } from './import-routes.js';
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
  readonly identity: Identity;
  readonly views: ViewsProgress;
  /** Uploads and reports; not served when absent. */
  readonly imports?: ImportsOverHttp;
  /** Calendars of what is due; not served when absent. */
  readonly calendar?: Calendar;
  /** Position of the log's last event; rejects when the log cannot be reached. */
  readonly logHead: () => Promise<number>;
  /** Further metrics of the program. */
  readonly readings?: { readonly gauges: Readings; readonly counters: Readings };
};

/** A server that listens. */
export type HttpServer = {
  /** `http://host:port`. */
  readonly url: string;
  /** Drops every remembered answer: for changes that no tag announces, as of a text's key. */
  forgetAnswers(): void;
  /**
   * Says for a while that it will stop, then takes no more requests, ends streams, and lets what
   * is under way finish within a bound.
   */
  stop(): Promise<void>;
};

const sweepMs = 50;
/** Connections the system may hold until they are taken: a crowd that comes at once is kept. */
const backlog = 4_096;

/** What the addresses share. */
function shared(options: HttpOptions, limits: HttpLimits) {
  const { views, now, logHead, api } = options;
  const cache = responseCache(views, now, limits);
  const work = gate(limits);
  const streams = openStreams(limits.streamsMax);
  const head = headWithin(logHead, limits.logMsMax);
  const counted = metrics({
    views,
    logHead: head,
    gauges: {
      jalon_response_cache_bytes: ['Bytes of remembered answers.', cache.bytes],
      jalon_operations_running: ['Operations being executed.', work.running],
      jalon_operations_queued: ['Operations waiting for their turn.', work.queued],
      jalon_streams_open: ['Open subscriptions.', streams.count],
      ...options.readings?.gauges,
    },
    counters: { ...options.readings?.counters },
  });
  const operations = operationLimits(api.schema, limits);
  return { limits, cache, work, streams, head, counted, operations };
}

type Shared = ReturnType<typeof shared>;

/** Serves the API and returns what stops it. */
async function serveApi(
  app: FastifyInstance,
  options: HttpOptions,
  { limits, cache, work, streams, operations }: Shared,
): Promise<() => Promise<void>> {
  const { api, identity, views, logger } = options;
  const apollo = await startApollo(api, limits, operations, logger);
  await app.register(async (scope) => {
    graphqlHooks(scope, identity, views, limits);
    const execute = executeOperation(scope, api, apollo, views);
    graphqlRoute(scope, { execute, cache, gate: work, views, answerMsMax: limits.answerMsMax });
    streamRoute(scope, { api, identity, limits, operations, logger, streams });
  });
  const { imports } = options;
  if (imports !== undefined) await importRoutes(app, imports, { identity, views, limits });
  return () => apollo.stop();
}

/** Serves what is not the API: pages, the schema, health, metrics. */
function servePages(
  app: FastifyInstance,
  { api, views, calendar, logger, graphiql = true }: HttpOptions,
  { limits, head, counted, work }: Shared,
  isStopping: () => boolean,
): void {
  serveText(app, '/', startPage(graphiql));
  serveText(app, '/schema.graphql', {
    contentType: 'text/plain; charset=utf-8',
    text: `${printSchema(lexicographicSortSchema(api.schema))}\n`,
  });
  if (graphiql) serveGraphiql(app);
  if (calendar !== undefined) calendarRoutes(app, calendar, work);
  const { lagEventsMax } = limits;
  healthRoutes(app, { logHead: head, views, lagEventsMax, isStopping, logger });
  metricsRoute(app, counted);
}

/** Takes nothing more, and waits for what is under way. */
async function drain(
  app: FastifyInstance,
  { limits, streams, cache }: Shared,
  stopApi: () => Promise<void>,
): Promise<void> {
  streams.endAll();
  // A connection whose last answer is sent would otherwise be kept for a next request.
  const sweep = setInterval(() => app.server.closeIdleConnections(), sweepMs);
  const late = setTimeout(() => app.server.closeAllConnections(), limits.drainMsMax);
  await app.close();
  clearInterval(sweep);
  clearTimeout(late);
  cache.stop();
  await stopApi();
}

/** Starts serving over HTTP. */
export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  let stage: Stage = 'serving';
  let stopped: Promise<void> | undefined;
  const all = shared(options, { ...defaultHttpLimits, ...options.limits });
  const { limits, cache, counted } = all;
  const app = httpApp(limits, options.logger, () => stage);
  allowOrigins(app, options.origins ?? []);
  logRequests(app, options.logger, counted);
  const stopApi = await serveApi(app, options, all);
  servePages(app, options, all, () => stage !== 'serving');
  const stop = async (): Promise<void> => {
    stage = 'told to stop';
    if (limits.stopNoticeMs > 0) await pause(limits.stopNoticeMs);
    stage = 'stopping';
    await drain(app, all, stopApi);
  };
  return {
    url: await app.listen({ host: options.host, port: options.port, backlog }),
    forgetAnswers: () => cache.forget(),
    stop: () => (stopped ??= stop()),
  };
}
