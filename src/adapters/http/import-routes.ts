import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../domain/authority.js';
import { ReadModelsUnavailable } from '../../projections/read-models.js';
import type { Identity } from '../identity/identity.js';
import type { ViewsProgress } from './api.js';
import { graphqlHooks } from './graphql-hooks.js';
import type { HttpLimits } from './http-limits.js';
import { HttpProblem } from './http-problem.js';

/** What a report is got as. */
export type ReportFormat = 'csv' | 'xlsx';

/** Files in and reports out, given by whoever wires the program. */
export type ImportsOverHttp = {
  readonly uploadBytesMax: number;
  mayUpload(caller: Caller): boolean;
  /**
   * Keeps a file for the caller's organization, as it arrives; undefined, and nothing read of it,
   * when too much waits already. Nothing is kept when its chunks throw.
   */
  keep(
    caller: Caller,
    upload: {
      readonly name: string;
      /** Most bytes that will come. */
      readonly bytesMax: number;
      readonly chunks: AsyncIterable<Uint8Array>;
    },
  ): Promise<{ readonly id: string } | undefined>;
  /** The report of an attempt: a list, or a copy of the file with marked cells. */
  report(
    caller: Caller,
    id: string,
    format: ReportFormat,
  ): Promise<Uint8Array | 'denied' | undefined>;
};

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mediaTypes = ['text/csv', workbook];
const reportTypes = { csv: 'text/csv; charset=utf-8', xlsx: workbook } as const;
const nameMax = 120;

/** A name that is a name and nothing else, for a file that is to be. */
function fileName(request: FastifyRequest): string {
  const given = request.headers['jalon-file-name'];
  const isWorkbook = request.headers['content-type']?.startsWith(workbook) === true;
  const standard = isWorkbook ? 'upload.xlsx' : 'upload.csv';
  if (typeof given !== 'string') return standard;
  try {
    const name = decodeURIComponent(given).replaceAll(/[^\p{L}\p{M}\p{N}. _()-]/gu, '_');
    return name.replace(/^\.+/, '').trim().slice(-nameMax) || standard;
  } catch {
    return standard;
  }
}

/** What the client says of the length of its file; undefined when it says nothing. */
function statedLength({ headers }: FastifyRequest): number | undefined {
  const { 'content-length': stated } = headers;
  return stated === undefined ? undefined : Number(stated);
}

/** A file while it arrives: passed on part by part, counted, hashed, and cut off when too long. */
function arrivingFile(body: Readable, bytesMax: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    // The rest is thrown away as it comes, so that whoever sends it hears why.
    for await (const chunk of body.iterator({ destroyOnReturn: false })) {
      bytes += (chunk as Uint8Array).length;
      if (bytes > bytesMax) throw new HttpProblem('upload-too-large');
      hash.update(chunk as Uint8Array);
      yield chunk as Uint8Array;
    }
    if (bytes === 0) throw new HttpProblem('upload-empty');
  }
  return { chunks: chunks(), measured: () => ({ bytes, sha256: hash.digest('hex') }) };
}

async function keepUpload(
  { keep, uploadBytesMax }: ImportsOverHttp,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { body } = request;
  if (!(body instanceof Readable)) throw new HttpProblem('upload-empty');
  const bytesMax = statedLength(request) ?? uploadBytesMax;
  const { chunks, measured } = arrivingFile(body, bytesMax);
  const kept = await keep(request.facts.caller, { name: fileName(request), bytesMax, chunks });
  if (kept === undefined) throw new HttpProblem('uploads-full');
  void reply.code(201).header('cache-control', 'no-store');
  return reply.send({ upload: kept.id, ...measured() });
}

async function sendReport(
  { report }: ImportsOverHttp,
  request: FastifyRequest,
  reply: FastifyReply,
  format: ReportFormat,
): Promise<FastifyReply> {
  const { id } = request.params as { readonly id: string };
  const bytes = await report(request.facts.caller, id, format);
  if (bytes === 'denied') throw new HttpProblem('not-permitted');
  if (bytes === undefined) throw new HttpProblem('report-unknown');
  return reply
    .headers({
      'content-type': reportTypes[format],
      'content-disposition': `attachment; filename="${id}.${format}"`,
      'cache-control': 'private, no-store',
    })
    .send(Buffer.from(bytes));
}

/** Serves uploads and reports, to callers who are known. */
export async function importRoutes(
  app: FastifyInstance,
  imports: ImportsOverHttp,
  {
    identity,
    views,
    limits,
  }: {
    readonly identity: Identity;
    readonly views: ViewsProgress;
    readonly limits: HttpLimits;
  },
): Promise<void> {
  await app.register(async (scope) => {
    graphqlHooks(scope, identity, views, limits);
    // Before the body is read: nobody unknown makes the server take in a large file.
    scope.addHook('onRequest', async (request) => {
      const { caller } = request.facts;
      if (caller.role === 'public') throw new HttpProblem('authentication-required');
      if (request.method !== 'POST') return;
      if (!imports.mayUpload(caller)) throw new HttpProblem('not-permitted');
      if ((statedLength(request) ?? 0) > imports.uploadBytesMax)
        throw new HttpProblem('upload-too-large');
    });
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(mediaTypes, (_, body, done) => done(null, body));
    scope.setErrorHandler((error) => {
      if (error instanceof ReadModelsUnavailable) throw new HttpProblem('imports-unreachable');
      if ((error as { code?: string }).code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
        throw new HttpProblem('upload-type-unsupported');
      throw error;
    });
    scope.post('/imports', (request, reply) => keepUpload(imports, request, reply));
    for (const format of ['csv', 'xlsx'] as const)
      scope.get(`/imports/:id/report.${format}`, (request, reply) =>
        sendReport(imports, request, reply, format),
      );
  });
}
