import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ImportsOverHttp } from '../../../src/adapters/http/import-routes.js';
import { ReadModelsUnavailable } from '../../../src/projections/read-models.js';
import { planServer, problemOf, readReply, type PlanServer } from './plan-server.js';

const kept: { readonly name: string; readonly text: string; readonly actor: string }[] = [];
const rooms: number[] = [];
let halves = Promise.withResolvers<void>();
let failed = Promise.withResolvers<unknown>();
const imports: ImportsOverHttp = {
  uploadBytesMax: 2_000,
  mayUpload: ({ role }) => role === 'municipal-editor',
  async keep(caller, { name, bytesMax, chunks }) {
    rooms.push(bytesMax);
    const parts: Uint8Array[] = [];
    try {
      for await (const chunk of chunks) {
        parts.push(chunk);
        if (String(chunk) === 'half') halves.resolve();
      }
    } catch (error) {
      failed.resolve(error);
      throw error;
    }
    const text = Buffer.concat(parts).toString();
    if (text === 'away') throw new ReadModelsUnavailable('away');
    kept.push({ name, text, actor: caller.actor });
    return kept.length > 4 ? undefined : { id: `upload-${kept.length}` };
  },
  report: async (caller, id, format) => {
    if (id === 'import-1')
      return caller.role === 'municipal-editor' ? Buffer.from(`a,b as ${format}`) : 'denied';
    return undefined;
  },
};

describe('files in and reports out', () => {
  let server: PlanServer;
  beforeAll(async () => {
    server = await planServer({ imports });
  });
  afterAll(() => server.stop());

  const csv = { authorization: 'Bearer editor', 'content-type': 'text/csv' };
  const post = (body: string | Buffer, headers: Record<string, string> = csv) =>
    server.send({ method: 'POST', path: '/imports', headers, body });

  test('a file is kept under its own harmless name, and answered with its hash', async () => {
    const name = encodeURIComponent('../../Comptes d’août.csv');
    const reply = await post('a,b\n1,2\n', { ...csv, 'jalon-file-name': name });
    expect(reply.status).toBe(201);
    expect(reply.json()).toEqual({
      upload: 'upload-1',
      bytes: 8,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(kept[0]).toMatchObject({ text: 'a,b\n1,2\n', actor: 'ed' });
    expect(kept[0]?.name).toMatch(/^[^/\\]*Comptes d_août\.csv$/);
    const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await post('PK', { ...csv, 'content-type': workbook, 'jalon-file-name': '%' });
    expect(kept[1]?.name).toBe('upload.xlsx');
  });

  test.each<[string, () => ReturnType<typeof post>, string]>([
    [
      'nobody known',
      () => post('a', { 'content-type': 'text/csv' }),
      '401 UNAUTHENTICATED authentication-required',
    ],
    [
      'a token that does not hold',
      () => post('a', { ...csv, authorization: 'Bearer x' }),
      '401 UNAUTHENTICATED token-invalid',
    ],
    [
      'a role that does not import',
      () => post('a', { ...csv, authorization: 'Bearer analyst' }),
      '403 FORBIDDEN not-permitted',
    ],
    ['too large a file', () => post('x'.repeat(2_001)), '413 PAYLOAD_TOO_LARGE upload-too-large'],
    [
      'another content type',
      () => post('{}', { ...csv, 'content-type': 'application/json' }),
      '415 UNSUPPORTED_MEDIA_TYPE upload-type-unsupported',
    ],
    ['an empty file', () => post(''), '400 BAD_REQUEST upload-empty'],
    [
      'a file that cannot be kept just now',
      () => post('away'),
      '503 SERVICE_UNAVAILABLE imports-unreachable',
    ],
    [
      'a report nobody kept',
      () => server.send({ path: '/imports/import-2/report.csv', headers: csv }),
      '404 NOT_FOUND report-unknown',
    ],
    [
      'a report of somebody else',
      () =>
        server.send({
          path: '/imports/import-1/report.csv',
          headers: { authorization: 'Bearer analyst' },
        }),
      '403 FORBIDDEN not-permitted',
    ],
    [
      'a report without a token',
      () => server.send({ path: '/imports/import-1/report.csv' }),
      '401 UNAUTHENTICATED authentication-required',
    ],
  ])('%s is refused', async (_, ask, expected) => {
    expect(problemOf(await ask())).toBe(expected);
  });

  /** Begins to send a file without saying how long it is. */
  const begin = () => {
    halves = Promise.withResolvers();
    failed = Promise.withResolvers();
    const options = { method: 'POST', headers: { ...csv, 'transfer-encoding': 'chunked' } };
    const sending = request(`${server.url}/imports`, options);
    sending.on('error', () => undefined);
    sending.write('half');
    return sending;
  };

  test('a file is passed on as it comes, with room for the longest where none is stated', async () => {
    await post('a,b\n');
    expect(rooms.at(-1)).toBe(4);
    const sending = begin();
    await halves.promise;
    expect(rooms.at(-1)).toBe(2_000);
    sending.end('x'.repeat(1_997));
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    expect(problemOf(await readReply(response))).toBe('413 PAYLOAD_TOO_LARGE upload-too-large');
    expect(await failed.promise).toMatchObject({ reason: 'upload-too-large' });
  });

  test('a file whose sender goes away fails, for whoever keeps it to drop', async () => {
    const sending = begin();
    await halves.promise;
    sending.destroy();
    expect(await failed.promise).toMatchObject({ code: 'ECONNRESET' });
  });

  test('too large a file is refused before any of it is taken in, and its sender hears it', async () => {
    const before = rooms.length;
    const headers = { ...csv, 'content-length': '50000000' };
    const reply = await server.send({
      method: 'POST',
      path: '/imports',
      headers,
      body: Buffer.alloc(50_000_000, 'x'),
    });
    expect(problemOf(reply)).toBe('413 PAYLOAD_TOO_LARGE upload-too-large');
    expect(rooms).toHaveLength(before);
  });

  test('refusals are in French for those who read French', async () => {
    const reply = await post('x'.repeat(2_001), { ...csv, 'accept-language': 'fr' });
    expect(reply.json().errors?.[0]?.message).toContain('dépasse la taille permise');
  });

  test.each([
    ['csv', 'text/csv; charset=utf-8'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('a report is a file (%s)', async (format, type) => {
    const { headers, text } = await server.send({
      path: `/imports/import-1/report.${format}`,
      headers: csv,
    });
    expect(text).toBe(`a,b as ${format}`);
    expect(headers).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="import-1.${format}"`,
    });
  });

  test('what an organization has waiting is bounded', async () => {
    await post('third');
    expect(problemOf(await post('fourth'))).toBe('429 TOO_MANY_REQUESTS uploads-full');
  });

  test('operations still take JSON alone', async () => {
    const reply = await server.send({ method: 'POST', path: '/graphql', headers: csv, body: 'a' });
    expect(problemOf(reply)).toBe('415 UNSUPPORTED_MEDIA_TYPE content-type-unsupported');
  });
});
