import type { ResourceLimits } from 'node:worker_threads';

/**
 * Memory for the objects of one import. A file of rows needs a tenth of it; the most is taken by
 * a workbook, which is read whole. The limits also keep the heap near what it needs: without
 * them it grows by a multiple before it looks for what is forgotten.
 */
export const threadHeap = {
  maxOldGenerationSizeMb: 512,
  maxYoungGenerationSizeMb: 12,
} as const satisfies ResourceLimits;

/** True for the failure of a thread that needed more. */
export const isOutOfMemory = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
