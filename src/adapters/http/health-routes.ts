import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { eachCauseOnce } from '../each-cause-once.js';
import type { ViewsProgress } from './api.js';

type Readiness = {
  readonly ready: boolean;
  /** Why not, in stable words: log-unreachable, projector-failed, views-behind, stopping. */
  readonly reasons: readonly string[];
  /** Positions, in digits. */
  readonly position: string;
  readonly head: string | null;
};

/** What readiness is judged by. */
export type ReadinessParts = {
  /** Position of the log's last event; null when the log does not say in time. */
  readonly logHead: () => Promise<number | null>;
  readonly views: ViewsProgress;
  readonly lagEventsMax: number;
  readonly isStopping: () => boolean;
  readonly logger: Logger;
};

/** Bounds the wait for the log. */
export const headWithin =
  (head: () => Promise<number>, ms: number): (() => Promise<number | null>) =>
  async () => {
    const late = Promise.withResolvers<null>();
    const timer = setTimeout(() => late.resolve(null), ms);
    try {
      return await Promise.race([head().catch(() => null), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  };

async function readiness(parts: ReadinessParts): Promise<Readiness> {
  const { logHead, views, lagEventsMax, isStopping } = parts;
  const head = await logHead();
  const position = views.position();
  const found: Readonly<Record<string, boolean>> = {
    'log-unreachable': head === null,
    'projector-failed': views.failure() !== undefined,
    'views-behind': head !== null && head - position > lagEventsMax,
    stopping: isStopping(),
  };
  const reasons = Object.keys(found).filter((reason) => found[reason]);
  return {
    ready: reasons.length === 0,
    reasons,
    position: String(position),
    head: head === null ? null : String(head),
  };
}

/** Serves `/healthz`, true while the process runs, and `/readyz`, true while it is of use. */
export function healthRoutes(app: FastifyInstance, parts: ReadinessParts): void {
  const { views, logger } = parts;
  // Only operators may know why.
  const tell = eachCauseOnce((err) => logger.error({ err }, 'the views stand still'));
  app.get('/healthz', (_, reply) => reply.header('cache-control', 'no-store').send({ ok: true }));
  app.get('/readyz', async (_, reply) => {
    tell(views.failure());
    const answer = await readiness(parts);
    void reply.code(answer.ready ? 200 : 503).header('cache-control', 'no-store');
    return answer;
  });
}
