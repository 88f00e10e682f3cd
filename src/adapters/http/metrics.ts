import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ViewsProgress } from './api.js';

/** Names and meanings of numbers, and how to read them. */
export type Readings = Readonly<Record<string, readonly [help: string, value: () => unknown]>>;

/** What is read when the metrics are asked for. */
export type MetricSources = {
  /** Position of the log's last event; null when the log does not say in time. */
  readonly logHead: () => Promise<number | null>;
  readonly views: ViewsProgress;
  /** What goes up and down; a value that is no number is left out. */
  readonly gauges: Readings;
  /** What only rises while the process lives. */
  readonly counters: Readings;
};

/** Counts requests. */
export type Metrics = {
  readonly registry: Registry;
  count(request: FastifyRequest, status: number, milliseconds: number): void;
};

const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

function readGauge(registry: Registry, name: string, help: string, read: () => unknown): void {
  const registers = [registry];
  const gauge: Gauge = new Gauge({
    name,
    help,
    registers,
    async collect() {
      const value = await read();
      if (typeof value === 'number') gauge.set(value);
    },
  });
}

function readCounter(registry: Registry, name: string, help: string, read: () => unknown): void {
  const registers = [registry];
  const counter: Counter = new Counter({
    name,
    help,
    registers,
    collect() {
      counter.reset();
      counter.inc(Number(read()));
    },
  });
}

/** The projector of this node; where no other could feed the views it is the active one. */
function projectorReadings({ projector, failure }: ViewsProgress, nowMs: () => number) {
  const alone = () => ({ active: failure() === undefined, takeovers: 0, aliveMs: nowMs() });
  const signs = projector ?? alone;
  const active = 'Whether the projector of this node feeds the views.';
  const alive = 'When the projector of this node last showed that it is able to, since 1970.';
  const gauges: Readings = {
    jalon_projector_active: [active, () => Number(signs().active)],
    jalon_projector_alive_timestamp_seconds: [alive, () => signs().aliveMs / 1_000],
  };
  const counters: Readings = {
    jalon_projector_takeovers_total: [
      'How often the projector of this node became the active one.',
      () => signs().takeovers,
    ],
  };
  return { gauges, counters };
}

/** Builds the metrics of one server, in a registry of its own. */
export function metrics({ logHead, views, gauges, counters }: MetricSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'jalon_http_request_duration_seconds',
    help: 'Requests by type of operation and HTTP status.',
    labelNames: ['type', 'status'],
    buckets,
    registers,
  });
  const cached = new Counter({
    name: 'jalon_response_cache_lookups_total',
    help: 'Queries answered from the response cache (hit) or afresh (miss).',
    labelNames: ['outcome'],
    registers,
  });
  const lag = async () => {
    const last = await logHead();
    return last === null ? null : Math.max(0, last - views.position());
  };
  const reachable = async () => Number((await logHead()) !== null);
  readGauge(registry, 'jalon_log_reachable', 'Whether the log answers in time.', reachable);
  readGauge(registry, 'jalon_log_head', 'Position of the last event of the log.', logHead);
  readGauge(registry, 'jalon_views_position', 'Position of the views.', () => views.position());
  readGauge(registry, 'jalon_views_lag_events', 'Events the views are behind the log.', lag);
  const projector = projectorReadings(views, Date.now);
  for (const [name, [help, value]] of Object.entries({ ...gauges, ...projector.gauges }))
    readGauge(registry, name, help, value);
  for (const [name, [help, value]] of Object.entries({ ...counters, ...projector.counters }))
    readCounter(registry, name, help, value);
  return {
    registry,
    count({ operation: { type, cache } }, status, milliseconds) {
      requests.observe({ type, status }, milliseconds / 1_000);
      if (type === 'query' && cache !== 'none') cached.inc({ outcome: cache });
    },
  };
}

/** Serves `/metrics` in the text format of Prometheus. */
export function metricsRoute(app: FastifyInstance, { registry }: Metrics): void {
  app.get('/metrics', async (_, reply) => {
    void reply.headers({ 'content-type': registry.contentType, 'cache-control': 'no-store' });
    return registry.metrics();
  });
}
