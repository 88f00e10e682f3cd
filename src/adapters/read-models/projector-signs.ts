import type { ProjectorSigns } from '../../projections/read-models.js';

/** Signs of life of the projector of a node, noted as they come. */
export type ProjectorWatch = {
  read(): ProjectorSigns;
  /** It tried to become the active one, or its session answered. */
  alive(): void;
  /** It feeds the views from now on. */
  active(): void;
  /** It feeds them no more. */
  idle(): void;
};

/** Watches the projector of a node. @param nowMs milliseconds since 1970 */
export function watchProjector(nowMs: () => number): ProjectorWatch {
  let active = false;
  let takeovers = 0;
  let aliveMs = nowMs();
  const alive = (): void => void (aliveMs = nowMs());
  return {
    read: () => ({ active, takeovers, aliveMs }),
    alive,
    active() {
      alive();
      if (!active) takeovers += 1;
      active = true;
    },
    idle: () => void (active = false),
  };
}
