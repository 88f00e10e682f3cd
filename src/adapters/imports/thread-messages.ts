import type { ImportPhase, ImportPorts, ImportRequest, ImportResult } from './import-request.js';

/** What the thread of an import is started with. */
export type ThreadRequest = Omit<ImportRequest, 'onProgress'>;

/** A question to a port, which the thread that serves answers under the same number. */
export type PortCall = {
  readonly kind: 'call';
  readonly number: number;
  readonly port: keyof ImportPorts;
  readonly args: readonly unknown[];
};

/** What the thread of an import says. */
export type FromImport =
  | PortCall
  | {
      readonly kind: 'progress';
      readonly phase: ImportPhase;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'done'; readonly result: ImportResult };

/** The answer to a call, or that the port failed. */
export type ToImport =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly failure: string };
