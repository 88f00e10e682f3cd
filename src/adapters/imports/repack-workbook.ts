import { crc32, inflateRawSync } from 'node:zlib';
import { importError } from './import-error.js';
import { TableUnreadable } from './table-row.js';

/** Most bytes a workbook may unpack to: 64 MiB, some 200,000 rows of ten cells. */
const unpackedMax = 67_108_864;
/** Most files within a workbook; the ones of a person have a dozen. */
const entriesMax = 2_000;

const signature = { end: 0x06054b50, directory: 0x02014b50, file: 0x04034b50 } as const;
const method = { stored: 0, deflated: 8 } as const;
const endBytes = 22;
const commentMax = 65_535;

type Entry = { readonly name: Buffer; readonly data: Buffer };

const issue = { en: 'it is no XLSX workbook', fr: 'ce n’est pas un classeur XLSX' };

/** Says that a file is no workbook, or a damaged one. */
export const noWorkbook = (): TableUnreadable =>
  new TableUnreadable(importError('file-malformed', { line: 0 }, { issue }));

const tooLarge = (bytes: number): TableUnreadable =>
  new TableUnreadable(importError('workbook-too-large', { line: 0 }, { bytes, max: unpackedMax }));

/** Where the directory of an archive begins, and how many entries it has. */
function findDirectory(zip: Buffer): { readonly offset: number; readonly count: number } {
  const first = Math.max(zip.length - endBytes - commentMax, 0);
  for (let at = zip.length - endBytes; at >= first; at--)
    if (zip.readUInt32LE(at) === signature.end)
      return { offset: zip.readUInt32LE(at + 16), count: zip.readUInt16LE(at + 10) };
  throw noWorkbook();
}

/** The content of one entry; never longer than the directory says. */
function unpack(zip: Buffer, at: number, size: number): Buffer {
  const packed = zip.readUInt32LE(at + 20);
  const start = zip.readUInt32LE(at + 42);
  if (zip.readUInt32LE(start) !== signature.file) throw noWorkbook();
  const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
  const data = zip.subarray(from, from + packed);
  const how = zip.readUInt16LE(at + 10);
  if (how === method.stored && data.length === size) return data;
  if (how !== method.deflated) throw noWorkbook();
  // An archive may lie about its sizes: inflating stops where the directory said it would.
  const content = inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  if (content.length !== size) throw noWorkbook();
  return content;
}

function entriesOf(zip: Buffer): readonly Entry[] {
  const { offset, count } = findDirectory(zip);
  if (count > entriesMax) throw noWorkbook();
  const entries: Entry[] = [];
  let unpacked = 0;
  let at = offset;
  for (let entry = 0; entry < count; entry++) {
    if (zip.readUInt32LE(at) !== signature.directory) throw noWorkbook();
    const size = zip.readUInt32LE(at + 24);
    unpacked += size;
    if (unpacked > unpackedMax) throw tooLarge(unpacked);
    const nameBytes = zip.readUInt16LE(at + 28);
    const name = zip.subarray(at + 46, at + 46 + nameBytes);
    entries.push({ name, data: unpack(zip, at, size) });
    at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** What the two headers of a stored entry have in common (PKWARE APPNOTE 4.3). */
function about({ name, data }: Entry): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt32LE(crc32(data), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

const uint32 = (value: number): Buffer => {
  const field = Buffer.alloc(4);
  field.writeUInt32LE(value);
  return field;
};

/** An archive of exactly these entries, none of them compressed. */
function pack(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const file = Buffer.concat([uint32(signature.file), about(entry), entry.name, entry.data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const version = Buffer.from([20, 0]);
    directory.push(uint32(signature.directory), version, about(entry), place, entry.name);
    files.push(file);
    offset += file.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(endBytes);
  end.writeUInt32LE(signature.end, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, index, end]);
}

/**
 * The same workbook unpacked, holding only what its directory names and no more bytes than it
 * may have: what reads it afterwards unpacks whatever it is given.
 * @throws TableUnreadable when it is no archive, is damaged, or unpacks to too many bytes
 */
export function repackWorkbook(bytes: Uint8Array): Buffer {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return pack(entriesOf(zip));
  } catch (error) {
    throw error instanceof TableUnreadable ? error : noWorkbook();
  }
}
