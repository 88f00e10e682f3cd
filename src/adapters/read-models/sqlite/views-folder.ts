import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';

const pointerName = 'views.current';
const namePattern = /^views-(\d+)\.db$/;

const numberOf = (name: string): number => Number(namePattern.exec(name)?.[1] ?? Number.NaN);

const viewsIn = (directory: string): readonly string[] =>
  readdirSync(directory).filter((name) => namePattern.test(name));

/** The file whose views are served; undefined when there is none. */
export function servingFile(directory: string): string | undefined {
  const pointer = join(directory, pointerName);
  const name = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : '';
  const file = join(directory, name);
  return namePattern.test(name) && existsSync(file) ? file : undefined;
}

/** A file name that was never used while the others were there. */
export function nextFile(directory: string): string {
  const numbers = [0, ...viewsIn(directory).map(numberOf)];
  return join(directory, `views-${Math.max(...numbers) + 1}.db`);
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** Makes a file the serving one, in one step for whoever looks. */
export function serve(directory: string, file: string): void {
  const pointer = join(directory, pointerName);
  const next = `${pointer}.next`;
  writeFileSync(next, `${basename(file)}\n`);
  sync(next);
  renameSync(next, pointer);
  if (process.platform !== 'win32') sync(directory);
}

/** Removes a views file, after what SQLite keeps beside it: no other file may inherit that. */
export function removeFile(file: string): void {
  for (const suffix of ['-wal', '-shm', '']) rmSync(`${file}${suffix}`, { force: true });
}

/** Removes every views file but the serving one: what crashed builds and old programs left. */
export function removeOthers(directory: string): void {
  const serving = servingFile(directory);
  for (const name of viewsIn(directory)) {
    const file = join(directory, name);
    if (file !== serving) removeFile(file);
  }
}
