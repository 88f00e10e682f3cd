/** The views of a growing log, in one of the stores they can be kept in. */
export type StoredViews = AsyncDisposable & {
  /** Builds all views from the whole log. */
  rebuild(onProgress: (events: number) => void): Promise<void>;
  /**
   * Folds what was appended since, as the projector of a running hub does.
   * @returns microseconds for each event
   */
  catchUp(): Promise<number>;
  /** Settings of a hub that serves them. */
  readonly settings: Readonly<Record<string, string>>;
  /** What they take on the disk, in bytes. */
  bytes(): Promise<number>;
};
