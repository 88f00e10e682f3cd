/** A file that somebody sent to be imported. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array };

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
 * What imports need besides the log: uploads that wait, and reports under their SHA-256. Every
 * adapter passes `tests/adapters/import-store/contract.ts`.
 */
export type ImportStore = {
  /**
   * Keeps an upload of an organization until it expires.
   * @returns its id; undefined when the organization has too much waiting already
   */
  keepUpload(organization: string, upload: Upload): string | undefined;
  /** An upload of this organization that has not expired. */
  upload(organization: string, id: string): Upload | undefined;
  /** Keeps a report; the same bytes are kept once. Returns their SHA-256, hexadecimal. */
  keepReport(bytes: Uint8Array): string;
  /** A report; undefined when it had to make room. */
  report(hash: string): Uint8Array | undefined;
  close(): void;
};
