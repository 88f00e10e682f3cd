import { existsSync } from 'node:fs';
import type { IssuedToken } from '../adapters/cli/cli-actions.js';
import { openLogReader } from '../adapters/event-log/sqlite/open-log-reader.js';
import { embeddedIdentity, type EmbeddedIdentity } from '../adapters/identity/embedded-identity.js';
import { sqliteTokenStore } from '../adapters/identity/sqlite-token-store.js';
import type { TokenRequest } from '../adapters/identity/token.js';
import { organizationStream } from '../domain/identifiers.js';
import { foldersOf, type Folders } from './open-desk.js';

/** Does something with the tokens of a data directory, beside a running server if there is one. */
export function withTokens<T>(dataDir: string, task: (identity: EmbeddedIdentity) => T): T {
  const identity = embeddedIdentity(sqliteTokenStore(foldersOf(dataDir).keys));
  try {
    return task(identity);
  } finally {
    identity.close();
  }
}

/** The first organization that is not in the log; a hub without a log knows none yet. */
function unregistered({ log }: Folders, organizations: readonly string[]): string | undefined {
  if (!existsSync(log)) return undefined;
  const reader = openLogReader(log);
  try {
    return organizations.find(
      (organization) => reader.readStream(organizationStream(organization)).length === 0,
    );
  } finally {
    reader.close();
  }
}

/**
 * Issues a token. An administrator's may name an organization that is still to be registered,
 * because somebody has to register the first one.
 */
export function issueToken(dataDir: string, request: TokenRequest): IssuedToken {
  const isFirst = request.role === 'administrator';
  const unknown = isFirst ? undefined : unregistered(foldersOf(dataDir), request.organizations);
  if (unknown !== undefined) return { unknownOrganization: unknown };
  return withTokens(dataDir, (identity) => identity.issueToken(request));
}
