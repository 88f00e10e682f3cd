import { DatabaseUnavailable } from './database-failures.js';
import type { Session } from './session.js';

/** The oldest version that ends sessions whose node is frozen (`idle_session_timeout`). */
const oldest = 14;

const asked = `SELECT current_setting('server_version_num')::integer / 10000 AS version,
  current_setting('server_encoding') AS encoding`;

/** @throws DatabaseUnavailable when the server is too old, or cannot hold every character */
export async function assertUsable(query: Session['query']): Promise<void> {
  const { rows } = await query(asked);
  const { version, encoding } = rows[0] as { readonly version: number; readonly encoding: string };
  if (version < oldest)
    throw new DatabaseUnavailable({
      en: `the server has version ${version}; ${oldest} or newer is needed.`,
      fr: `le serveur est en version ${version}; il faut ${oldest} ou plus récent.`,
    });
  if (encoding !== 'UTF8')
    throw new DatabaseUnavailable({
      en: `the database has the encoding ${encoding}. Create it with ENCODING 'UTF8'.`,
      fr: `la base de données a l’encodage ${encoding}. Créez-la avec ENCODING 'UTF8'.`,
    });
}
