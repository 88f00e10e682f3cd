import { ReadModelsUnavailable } from '../../../projections/read-models.js';
import type { DatabaseOptions } from '../../postgres/database-options.js';
import { admission, type AdmissionLimits } from '../admission.js';
import { asUnavailable } from './postgres-reading.js';
import { snapshotShelf, type Lease, type SnapshotShelf } from './snapshot-shelf.js';

/** Connections that read the serving schema. */
export type SnapshotPool = {
  /** @throws ReadModelsUnavailable when no connection is free in time or can be opened */
  lend(): Promise<Lease>;
  /**
   * Lends connections to a schema; those to another one end as they come back.
   * @param onLeft called when the last of them has come back
   */
  changeTo(schema: string, onLeft: (schema: string) => void): void;
  close(): Promise<void>;
};

/** What stands in for a shelf before the first views are served, and once the pool is closed. */
const unserved: Pick<SnapshotShelf, 'take'> = {
  async take(onBack) {
    onBack();
    throw new ReadModelsUnavailable('No views are served.');
  },
};

/** Builds a pool that lends nothing before it has changed to a schema. */
export function snapshotPool(options: DatabaseOptions, limits: AdmissionLimits): SnapshotPool {
  const { enter, leave, close } = admission(limits);
  const ending = new Set<Promise<void>>();
  let current: SnapshotShelf | undefined;

  const endLater = (lease: Lease): Lease => ({
    ...lease,
    async release() {
      const end = lease.release();
      ending.add(end);
      await end.finally(() => ending.delete(end));
    },
  });
  return {
    async lend() {
      await enter();
      try {
        return endLater(await (current ?? unserved).take(leave));
      } catch (error) {
        throw asUnavailable(error);
      }
    },
    changeTo(schema, onLeft) {
      const old = current;
      if (old?.schema === schema) return;
      current = snapshotShelf(options, schema, limits.places);
      old?.leave(() => onLeft(old.schema));
    },
    async close() {
      close();
      await Promise.all(ending);
      current?.leave();
      current = undefined;
    },
  };
}
