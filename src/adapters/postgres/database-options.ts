/** Which database, and how patient a node is with it. */
export type DatabaseOptions = {
  /** A PostgreSQL connection string; its password is never shown. */
  readonly url: string;
  /** A statement that takes longer is cancelled. */
  readonly statementMsMax: number;
  /** How long opening a connection may take. */
  readonly connectMsMax: number;
  /** How long a failed connection rests before it is opened anew. */
  readonly retryMs: number;
};

/** The address of a database as it may be shown: without password and parameters. */
export function shownUrl(url: string): string {
  if (!URL.canParse(url)) return 'postgres://…';
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username ? `${username}@` : ''}${host}${pathname}`;
}
