/** Archives are made of blocks of this size. */
export const blockBytes = 512;

/** The largest size that fits into the octal digits of a header: 8 GiB less one byte. */
const octalMax = 0o77777777777;

const octal = (value: number, digits: number): string =>
  `${value.toString(8).padStart(digits, '0')}\0`;

function sizeField(bytes: number): Buffer {
  if (bytes <= octalMax) return Buffer.from(octal(bytes, 11));
  // Larger sizes are binary, marked by the first bit (GNU tar, and POSIX tools since).
  const field = Buffer.alloc(12);
  field[0] = 0x80;
  field.writeBigUInt64BE(BigInt(bytes), 4);
  return field;
}

/**
 * The header of a file in a tar archive (POSIX ustar): readable by its owner only, without a
 * date, so that the same content always has the same header.
 */
export function tarHeader(name: string, bytes: number): Buffer {
  const header = Buffer.alloc(blockBytes);
  header.write(name, 0);
  header.write(octal(0o600, 7), 100);
  for (const at of [108, 116]) header.write(octal(0, 7), at);
  sizeField(bytes).copy(header, 124);
  header.write(octal(0, 11), 136);
  header.write('        0', 148);
  header.write(`ustar\0${'00'}`, 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 6)} `, 148);
  return header;
}

/** Zeros that fill up the last block of a file. */
export const paddingOf = (bytes: number): number =>
  (blockBytes - (bytes % blockBytes)) % blockBytes;
