import type { Caller } from '../../domain/authority.js';
import type { ImportPorts } from './import-request.js';
import type { ImportSource } from './import-source.js';

/** Who imports what into which hub, for the work at a stage: checking it and writing it. */
export type StageContext = {
  readonly ports: ImportPorts;
  readonly caller: Caller;
  readonly source: ImportSource;
  readonly onProgress: (done: number) => void;
};
