/** The bytes of a file, in parts of any lengths that follow each other. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A file that somebody sends to be imported, while it arrives. */
export type NewUpload = {
  readonly name: string;
  /** Most bytes that will come: room for so many is held until all are here. */
  readonly bytesMax: number;
  readonly chunks: Chunks;
};

/** A file that waits to be imported. */
export type Upload = { readonly name: string; readonly chunks: Chunks };

/** How long an upload that expired is kept for whoever began to read it before. */
export const graceMs = 600_000;

/** How long a file may take to arrive: what a process left half-arrived when it died is dropped. */
export const arrivalMs = 120_000;

/** How much is kept, and for how long. */
export type ImportStoreLimits = {
  /** All reports together; the oldest make room for the newest. */
  readonly reportsBytesMax: number;
  /** All uploads of one organization together. */
  readonly uploadsBytesMax: number;
  /** How long an upload waits to be imported. */
  readonly uploadMs: number;
};

/**
 * What imports need besides the log: uploads that wait, reports under their SHA-256, and whose
 * turn it is. Every adapter passes `tests/adapters/import-store/contract.ts`. One that is reached
 * over a network throws ReadModelsUnavailable when it cannot be.
 */
export type ImportStore = {
  /**
   * Keeps an upload of an organization until it expires. No more than a piece of it is in memory,
   * and nothing is kept of one that fails to arrive.
   * @returns its id; undefined, nothing of it read, when the organization has too much waiting
   * @throws whatever its chunks throw
   */
  keepUpload(organization: string, upload: NewUpload): Promise<string | undefined>;
  /** An upload of this organization that has not expired; it is to be read without delay. */
  upload(organization: string, id: string): Promise<Upload | undefined>;
  /** Keeps a report; the same bytes are kept once. Returns their SHA-256, hexadecimal. */
  keepReport(bytes: Uint8Array): Promise<string>;
  /** A report; undefined when it had to make room. */
  report(hash: string): Promise<Uint8Array | undefined>;
  /**
   * The turn of an organization to import, until it is disposed of or its process dies; undefined
   * while somebody else has it, at whichever node.
   */
  takeTurn(organization: string): Promise<AsyncDisposable | undefined>;
  close(): Promise<void>;
};
