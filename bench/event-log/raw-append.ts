import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';

/** The limit of the disk: 512 bytes appended and synchronised, one after the other, per second. */
export function rawAppendRate(file: string, durationMs: number): number {
  const bytes = Buffer.alloc(512, 'x');
  const fd = openSync(file, 'a');
  try {
    const start = performance.now();
    let appends = 0;
    while (performance.now() - start < durationMs) {
      writeSync(fd, bytes);
      fdatasyncSync(fd);
      appends += 1;
    }
    return (appends * 1_000) / (performance.now() - start);
  } finally {
    closeSync(fd);
  }
}
