import { migrate, type Migrations } from '../postgres/migrate.js';
import type { Session } from '../postgres/session.js';
import type { MailCheckpoint, MailLedger, WaitingNotice } from './mail-ledger.js';

/** Tables of what the mail must not forget. */
export const mailMigrations: Migrations = {
  part: 'mail',
  steps: [
    `CREATE SCHEMA jalon_mail;
     CREATE TABLE jalon_mail.checkpoint (
       one integer PRIMARY KEY CHECK (one = 1),
       position bigint NOT NULL,
       "digestDay" text COLLATE "C" NOT NULL
     );
     CREATE TABLE jalon_mail.notices (
       ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
       id text COLLATE "C" NOT NULL UNIQUE,
       position bigint NOT NULL,
       organization text COLLATE "C" NOT NULL,
       day text COLLATE "C" NOT NULL,
       person text COLLATE "C" NOT NULL,
       attempts integer NOT NULL DEFAULT 0,
       state text COLLATE "C" NOT NULL DEFAULT 'WAITING',
       at text COLLATE "C" NOT NULL DEFAULT ''
     );
     CREATE INDEX ON jalon_mail.notices (state, at);`,
  ],
};

const insert = `INSERT INTO jalon_mail.notices (id, position, organization, day, person)
  VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING`;
const move = `UPDATE jalon_mail.checkpoint SET position = coalesce($1, position),
  "digestDay" = coalesce($2, "digestDay")`;
const due = `SELECT id, position, organization, day, person, attempts FROM jalon_mail.notices
  WHERE state = 'WAITING' AND at <= $1 ORDER BY ordinal LIMIT $2`;

/** Keeps what the mail must not forget in tables of its own, over the session it is given. */
export async function postgresMailLedger(session: Session): Promise<MailLedger> {
  await migrate(session, mailMigrations);
  const { query } = session;
  return {
    async begin(position) {
      const first = `INSERT INTO jalon_mail.checkpoint VALUES (1, $1, '') ON CONFLICT DO NOTHING`;
      await query(first, [position]);
      const { rows } = await query('SELECT position, "digestDay" FROM jalon_mail.checkpoint');
      return rows[0] as MailCheckpoint;
    },
    queue: (notices, { position = null, digestDay = null }) =>
      session.transaction(async (send) => {
        for (const { id, person, organization, day, ...notice } of notices)
          await send(insert, [id, notice.position, organization, day, person]);
        await send(move, [position, digestDay]);
      }),
    async waiting(now, limit) {
      const { rows } = await query(due, [now, limit]);
      return rows as readonly WaitingNotice[];
    },
    async settle(id, state, at) {
      const sql = 'UPDATE jalon_mail.notices SET state = $1, at = $2 WHERE id = $3';
      await query(sql, [state, at, id]);
    },
    async retry(id, attempts, at) {
      const sql = 'UPDATE jalon_mail.notices SET attempts = $1, at = $2 WHERE id = $3';
      await query(sql, [attempts, at, id]);
    },
    async forget(before) {
      const sql = `DELETE FROM jalon_mail.notices WHERE state <> 'WAITING' AND at < $1`;
      await query(sql, [before]);
    },
    // The session belongs to whoever opened it.
    close: async () => undefined,
  };
}
