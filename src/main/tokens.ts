import { existsSync } from 'node:fs';
import type { IssuedToken } from '../adapters/cli/cli-actions.js';
import type { EmbeddedIdentity } from '../adapters/identity/embedded-identity.js';
import type { TokenRequest } from '../adapters/identity/token.js';
import { torontoDate } from '../domain/civil-date.js';
import { isCensusDivision } from '../domain/code-lists.js';
import { organizationStream } from '../domain/identifiers.js';
import type { Configuration } from './configuration.js';
import { readDeliveredCodeLists } from './delivered-data.js';
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
  if (organizations.length === 0) return undefined;
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

/** Those that have to be registered: the region of an adviser may be a census division. */
async function registrable({ role, organizations }: TokenRequest): Promise<readonly string[]> {
  if (role === 'administrator') return [];
  if (role !== 'regional-adviser') return organizations;
  const codeLists = await readDeliveredCodeLists();
  const today = torontoDate(new Date().toISOString());
  return organizations.filter((code) => !isCensusDivision(code, codeLists, today));
}

/**
 * Issues a token. An administrator's may name an organization that is still to be registered,
 * because somebody has to register the first one.
 */
export async function issueToken(
  configuration: Configuration,
  request: TokenRequest,
): Promise<IssuedToken> {
  const unknown = await unregistered(configuration, await registrable(request));
  if (unknown !== undefined) return { unknownOrganization: unknown };
  return withTokens(configuration, (identity) => identity.issueToken(request));
}
