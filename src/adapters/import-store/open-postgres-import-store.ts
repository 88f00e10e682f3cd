import { createHash, randomBytes } from 'node:crypto';
import { ReadModelsUnavailable } from '../../projections/read-models.js';
import { lockNumber } from '../postgres/advisory-lock.js';
import { isDatabaseFailure } from '../postgres/database-failures.js';
import type { DatabaseOptions } from '../postgres/database-options.js';
import { lastingSession, type LastingSession } from '../postgres/lasting-session.js';
import { migrate } from '../postgres/migrate.js';
import { openSession, type Session } from '../postgres/session.js';
import { soughtText } from '../postgres/sought-text.js';
import { readChunks, writeChunks } from './file-chunks.js';
import { arrivalMs, graceMs, type ImportStore, type ImportStoreLimits } from './import-store.js';
import { importsMigrations } from './imports-migrations.js';
import { postgresTurns } from './postgres-turns.js';

// Nodes that keep something take turns; a node that froze in the middle gives way.
const patience = `SET LOCAL idle_in_transaction_session_timeout = '10s'`;
const clear = 'DELETE FROM jalon_imports.uploads WHERE "expiresAt" <= $1 OR id = $2';
const waiting = `SELECT coalesce(sum(length), 0)::bigint AS bytes FROM jalon_imports.uploads
  WHERE organization = $1 AND "expiresAt" > $2`;
const beginUpload = 'INSERT INTO jalon_imports.uploads VALUES ($1, $2, $3, $4, $5)';
const endUpload = 'UPDATE jalon_imports.uploads SET length = $2, "expiresAt" = $3 WHERE id = $1';
const removeUpload = 'DELETE FROM jalon_imports.uploads WHERE id = $1';
const findUpload = `SELECT name FROM jalon_imports.uploads
  WHERE id = $1 AND organization = $2 AND "expiresAt" > $3`;
const insertReport = `INSERT INTO jalon_imports.reports (hash, length) VALUES ($1, $2)
  ON CONFLICT DO NOTHING`;
// A running total from the newest on: what stands beyond the limit is the oldest.
const makeRoom = `DELETE FROM jalon_imports.reports WHERE ordinal IN (
  SELECT ordinal FROM (
    SELECT ordinal, sum(length) OVER (ORDER BY ordinal DESC) AS total FROM jalon_imports.reports
  ) AS kept WHERE total > $1
    AND ordinal < (SELECT max(ordinal) FROM jalon_imports.reports)
)`;

const keeping = <T>(
  { transaction }: LastingSession,
  task: (query: Session['query']) => Promise<T>,
): Promise<T> =>
  transaction(async (query) => {
    await query(patience);
    await query('SELECT pg_advisory_xact_lock($1)', [lockNumber('keeping imports')]);
    return task(query);
  });

type Uploads = Pick<ImportStore, 'keepUpload' | 'upload'>;
type Reports = Pick<ImportStore, 'keepReport' | 'report'>;

function keptUploads(
  lasting: LastingSession,
  { uploadsBytesMax, uploadMs }: ImportStoreLimits,
  nowMs: () => number,
): Uploads {
  return {
    async keepUpload(organization, { name, bytesMax, chunks }) {
      // Outside of the transaction, which may be run again after it was committed.
      const id = randomBytes(16).toString('hex');
      const hasRoom = await keeping(lasting, async (query) => {
        await query(clear, [nowMs() - graceMs, id]);
        const { rows } = await query(waiting, [organization, nowMs()]);
        if ((rows[0]?.bytes as number) + bytesMax > uploadsBytesMax) return false;
        await query(beginUpload, [id, organization, name, bytesMax, nowMs() + arrivalMs]);
        return true;
      });
      if (!hasRoom) return undefined;
      // No other node waits while it arrives.
      try {
        const length = await writeChunks(lasting.query, 'upload_chunks', id, chunks);
        await lasting.query(endUpload, [id, length, nowMs() + uploadMs]);
        return id;
      } catch (error) {
        // Where even this fails it goes when its time is over.
        await lasting.query(removeUpload, [id]).catch(() => undefined);
        throw error;
      }
    },
    async upload(organization, id) {
      const { rows } = await lasting.query(findUpload, [soughtText(id), organization, nowMs()]);
      const name = rows[0]?.name as string | undefined;
      const chunks = readChunks(lasting.query, 'upload_chunks', id);
      return name === undefined ? undefined : { name, chunks: reachedEach(chunks) };
    },
  };
}

function keptReports(lasting: LastingSession, { reportsBytesMax }: ImportStoreLimits): Reports {
  return {
    async keepReport(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      await keeping(lasting, async (query) => {
        const { rowCount } = await query(insertReport, [hash, bytes.length]);
        if (rowCount === 1) await writeChunks(query, 'report_chunks', hash, [bytes]);
        await query(makeRoom, [reportsBytesMax]);
      });
      return hash;
    },
    async report(hash) {
      const { rows } = await lasting.query(
        'SELECT length FROM jalon_imports.reports WHERE hash = $1',
        [hash],
      );
      if (rows[0] === undefined) return undefined;
      const chunks: Uint8Array[] = [];
      for await (const chunk of readChunks(lasting.query, 'report_chunks', hash))
        chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      // It made room while it was read.
      return bytes.length === rows[0].length ? bytes : undefined;
    },
  };
}

const unavailable = (cause: unknown): unknown =>
  isDatabaseFailure(cause)
    ? new ReadModelsUnavailable('Uploads and reports cannot be reached.', { cause })
    : cause;

const reached = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((error: unknown) => Promise.reject(unavailable(error)));

async function* reachedEach(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw unavailable(error);
  }
}

/**
 * Keeps uploads and reports in a database that all nodes share, and gives each organization one
 * turn at whichever node.
 * @param nowMs milliseconds since 1970
 * @throws DatabaseUnavailable
 */
export async function openPostgresImportStore(
  database: DatabaseOptions,
  limits: ImportStoreLimits,
  nowMs: () => number,
): Promise<ImportStore> {
  {
    await using session = await openSession(database);
    await migrate(session, importsMigrations);
  }
  const lasting = lastingSession(database);
  const uploads = keptUploads(lasting, limits, nowMs);
  const reports = keptReports(lasting, limits);
  const takeTurn = postgresTurns(database);
  return {
    keepUpload: (organization, upload) => reached(uploads.keepUpload(organization, upload)),
    upload: (organization, id) => reached(uploads.upload(organization, id)),
    keepReport: (bytes) => reached(reports.keepReport(bytes)),
    report: (hash) => reached(reports.report(hash)),
    takeTurn: (organization) => reached(takeTurn(organization)),
    close: lasting.close,
  };
}
