/** A limit on everything a request can ask of the server. The configuration may change each. */
export type HttpLimits = {
  /** Body of an operation. */
  readonly bodyBytesMax: number;
  /** Lexical tokens of a document, checked while it is parsed. */
  readonly tokensMax: number;
  readonly depthMax: number;
  /** Fields an answer could hold, pages counted at the size asked for. */
  readonly costMax: number;
  readonly aliasesMax: number;
  readonly directivesMax: number;
  /** Errors in one answer. */
  readonly errorsMax: number;
  /** Requests of one known caller in a minute; 0 for no bound. */
  readonly callerRequestsMax: number;
  /** Operations executed at once; further ones wait. */
  readonly runningMax: number;
  /** Operations waiting; further ones are answered 503. */
  readonly queuedMax: number;
  readonly queuedMsMax: number;
  /** An operation that takes longer is answered 503. */
  readonly answerMsMax: number;
  /** How long `jalon-min-position` waits for the views. */
  readonly positionMsMax: number;
  /** Requests waiting for a position at once. */
  readonly positionWaitersMax: number;
  /** Open subscriptions. */
  readonly streamsMax: number;
  /** A subscription asks this often whether its token still holds. */
  readonly streamCheckMs: number;
  readonly connectionsMax: number;
  /** Time for the head of a request, for the whole of it, and without a byte moving. */
  readonly headersMsMax: number;
  readonly requestMsMax: number;
  readonly idleMsMax: number;
  /** How often the first two are looked at. */
  readonly slowCheckMs: number;
  /** An idle connection is kept this long for the next request. */
  readonly keepAliveMsMax: number;
  /** All remembered answers; 0 remembers none. */
  readonly cacheBytesMax: number;
  /** One remembered answer. */
  readonly cacheEntryBytesMax: number;
  /** Events the views may be behind the log while the server calls itself ready. */
  readonly lagEventsMax: number;
  /** How long the log may take to answer a readiness check. */
  readonly logMsMax: number;
  /** How long `/readyz` says that the server will stop before it takes nothing more. */
  readonly stopNoticeMs: number;
  /** How long requests under way may take once the server stops. */
  readonly drainMsMax: number;
};

/** Limits that every operation of the contract stays well under. */
export const defaultHttpLimits: HttpLimits = {
  bodyBytesMax: 65_536,
  tokensMax: 1_000,
  depthMax: 12,
  costMax: 50_000,
  aliasesMax: 50,
  directivesMax: 50,
  errorsMax: 10,
  callerRequestsMax: 60_000,
  runningMax: 128,
  queuedMax: 1_024,
  queuedMsMax: 5_000,
  answerMsMax: 30_000,
  positionMsMax: 5_000,
  positionWaitersMax: 1_000,
  streamsMax: 500,
  streamCheckMs: 10_000,
  connectionsMax: 10_000,
  headersMsMax: 20_000,
  requestMsMax: 30_000,
  idleMsMax: 40_000,
  slowCheckMs: 5_000,
  keepAliveMsMax: 30_000,
  cacheBytesMax: 67_108_864,
  cacheEntryBytesMax: 2_097_152,
  lagEventsMax: 10_000,
  logMsMax: 2_000,
  stopNoticeMs: 0,
  drainMsMax: 10_000,
};
