/** An event as it arrives. */
export type Proposed = {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
};

/** An event as it is kept. Its position is both its commit and its prepare position. */
export type Recorded = Proposed & {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  /** Ticks of 100 ns since 1970. */
  readonly created: string;
};
