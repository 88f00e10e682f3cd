import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Mapping } from './mapping.js';

/** What is known of a file before its rows are read. */
export type ScannedFile = {
  readonly file: string;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly format: 'csv' | 'xlsx' | 'empty' | 'pdf' | 'xls' | 'binary';
  /** Label of a CSV file's encoding (WHATWG). */
  readonly encoding: string;
};

// Windows-1252 agrees with Latin-1 wherever Latin-1 has a printable character.
const labels = { 'utf-8': 'utf-8', 'latin-1': 'windows-1252' } as const;

/** The bytes of a file, a piece at a time. */
export const fileChunks = (file: string): AsyncIterable<Uint8Array> =>
  createReadStream(file, { highWaterMark: 262_144 });

/** Tells whether bytes that come in pieces are UTF-8. */
function utf8Watch() {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isValid = true;
  const feed = (chunk?: Uint8Array): void => {
    if (!isValid) return;
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      isValid = false;
    }
  };
  return {
    feed,
    ended: (): boolean => {
      feed();
      return isValid;
    },
  };
}

/** So many bytes tell what a file is. */
const beginning = 1_024;

const startsWith = (start: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => start[at] === byte);

/**
 * What a file is by its first bytes. Every XLSX workbook is a ZIP archive; no CSV file begins like
 * one, like a PDF or like a workbook of Excel 97, or has a zero byte in it outside of UTF-16.
 */
function formatOf(start: Uint8Array): ScannedFile['format'] {
  if (start.length === 0) return 'empty';
  if (startsWith(start, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx';
  if (startsWith(start, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (startsWith(start, 0xd0, 0xcf, 0x11, 0xe0)) return 'xls';
  const isUtf16 = startsWith(start, 0xff, 0xfe);
  return start.includes(0) && !isUtf16 ? 'binary' : 'csv';
}

/**
 * Reads a file once, to name it by its content and to tell how it is written. Undeclared, CSV
 * is UTF-16 with its byte order mark, else UTF-8 if it is valid, else Latin-1.
 */
export async function scanFile(
  file: string,
  declared: Mapping['file']['encoding'],
): Promise<ScannedFile> {
  const hash = createHash('sha256');
  const utf8 = utf8Watch();
  let start: Uint8Array = new Uint8Array();
  let bytes = 0;
  for await (const chunk of fileChunks(file)) {
    if (start.length === 0) start = chunk.slice(0, beginning);
    bytes += chunk.length;
    hash.update(chunk);
    if (declared === 'auto') utf8.feed(chunk);
  }
  const guessed = startsWith(start, 0xff, 0xfe)
    ? 'utf-16le'
    : labels[utf8.ended() ? 'utf-8' : 'latin-1'];
  return {
    file,
    bytes,
    hash: hash.digest('hex'),
    format: formatOf(start),
    encoding: declared === 'auto' ? guessed : labels[declared],
  };
}
