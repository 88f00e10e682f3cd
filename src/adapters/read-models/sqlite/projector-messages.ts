/** What the projector's thread is started with. */
export type ProjectorOptions = {
  readonly directory: string;
  readonly logFile: string;
  /** Milliseconds between two looks at the log when nobody wakes the projector. */
  readonly pollMs: number;
};

/** To the projector: the log has grown, or it is time to end. */
export type ToProjector = 'wake' | 'close';

/** From the projector. */
export type FromProjector =
  /** A new views file is being built; nothing is served yet. */
  | { readonly kind: 'building'; readonly position: number; readonly head: number }
  /** From now on this file is fed; another one is no longer written. */
  | { readonly kind: 'serving'; readonly file: string; readonly position: number }
  | { readonly kind: 'progress'; readonly position: number; readonly tags: readonly string[] }
  /** It stands still; `final` when trying again cannot help. */
  | { readonly kind: 'failed'; readonly reason: string; readonly final: boolean };
