import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { perHeader } from '../per-header.js';

/** How the bytes of an answer are written. */
export type ContentCoding = 'br' | 'gzip' | 'identity';

/** Shorter bodies gain nothing. */
const compressedBytesMin = 1_024;
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);

const chooseCoding = perHeader((header): ContentCoding => {
  const accepted = new Set(
    header
      .toLowerCase()
      .split(',')
      .filter((range) => !/;\s*q=0(\.0*)?\s*$/.test(range))
      .map((range) => range.split(';')[0]?.trim()),
  );
  if (accepted.has('br')) return 'br';
  return accepted.has('gzip') ? 'gzip' : 'identity';
});

/** The best coding a client accepts (RFC 9110, 12.5.3) for a body of so many bytes. */
export const codingFor = (header: string | undefined, bytes: number): ContentCoding =>
  header === undefined || bytes < compressedBytesMin ? 'identity' : chooseCoding(header);

/** Compresses a body off the main thread. */
export const compress = (body: Buffer, coding: 'br' | 'gzip'): Promise<Buffer> =>
  coding === 'br' ? inBrotli(body, quality) : inGzip(body);
