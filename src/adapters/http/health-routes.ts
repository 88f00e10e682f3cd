import type { FastifyInstance } from 'fastify';
import type { Health, ViewsProgress } from './api.js';
import type { HttpLimits } from './http-limits.js';

type Readiness = {
  readonly ready: boolean;
  /** Why not, in stable words: log-unreachable, projector-failed, views-behind, stopping. */
  readonly reasons: readonly string[];
  /** Positions, in digits. */
  readonly position: string;
  readonly head: string | null;
};

/** The head of the log, or null when the log does not say in time. */
export async function headWithin(health: Health, ms: number): Promise<number | null> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), ms);
  try {
    return await Promise.race([health.head().catch(() => null), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function readiness(
  health: Health,
  views: ViewsProgress,
  limits: HttpLimits,
  isStopping: () => boolean,
): Promise<Readiness> {
  const head = await headWithin(health, limits.logMsMax);
  const position = views.position();
  const found: Readonly<Record<string, boolean>> = {
    'log-unreachable': head === null,
    'projector-failed': health.projectorFailure() !== undefined,
    'views-behind': head !== null && head - position > limits.lagEventsMax,
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
export function healthRoutes(
  app: FastifyInstance,
  health: Health,
  views: ViewsProgress,
  limits: HttpLimits,
  isStopping: () => boolean,
): void {
  app.get('/healthz', (_, reply) => reply.header('cache-control', 'no-store').send({ ok: true }));
  app.get('/readyz', async (_, reply) => {
    const answer = await readiness(health, views, limits, isStopping);
    void reply.code(answer.ready ? 200 : 503).header('cache-control', 'no-store');
    return answer;
  });
}
