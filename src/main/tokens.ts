import { existsSync } from 'node:fs';
import type { IssuedToken } from '../adapters/cli/cli-actions.js';
import type { EmbeddedIdentity } from '../adapters/identity/embedded-identity.js';
import type { TokenRequest } from '../adapters/identity/token.js';
import { organizationStream } from '../domain/identifiers.js';
import type { Configuration } from './configuration.js';
import { foldersOf } from './open-desk.js';
import { openTokens } from './open-keys.js';
import { openLog } from './open-log.js';

/** Does something with the tokens of a hub, beside running servers if there are any. */
export async function withTokens<T>(
  configuration: Configuration,
  task: (identity: EmbeddedIdentity) => Promise<T>,
): Promise<T> {
  const identity = await openTokens(configuration, foldersOf(configuration.dataDir).keys);
  try {
    return await task(identity);
  } finally {
    await identity.close();
  }
}

/** The first organization that is not in the log; a hub without a log knows none yet. */
async function unregistered(
  configuration: Configuration,
  organizations: readonly string[],
): Promise<string | undefined> {
  const { log: file } = foldersOf(configuration.dataDir);
  if (configuration.eventLog !== 'esdb' && !existsSync(file)) return undefined;
  const log = await openLog(configuration, file, true);
  try {
    for (const organization of organizations) {
      const stream = await log.readStream(organizationStream(organization), { limit: 1 });
      if (stream.length === 0) return organization;
    }
    return undefined;
  } finally {
    await log.close();
  }
}

/**
 * Issues a token. An administrator's may name an organization that is still to be registered,
 * because somebody has to register the first one.
 */
export async function issueToken(
  configuration: Configuration,
  request: TokenRequest,
): Promise<IssuedToken> {
  const isFirst = request.role === 'administrator';
  const unknown = isFirst ? undefined : await unregistered(configuration, request.organizations);
  if (unknown !== undefined) return { unknownOrganization: unknown };
  return withTokens(configuration, (identity) => identity.issueToken(request));
}
