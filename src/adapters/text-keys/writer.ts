// Entry of the writing thread: takes keys from its port, writes them in groups, answers.
import type { DatabaseSync } from 'node:sqlite';
import {
  parentPort,
  receiveMessageOnPort,
  workerData,
  type MessagePort,
} from 'node:worker_threads';
import { emptyWal, openKeysForWriting } from './keys-file.js';
import type { FromWriter, ToWriter } from './writer-messages.js';

const port = parentPort as MessagePort;
const file = workerData as string;
let db: DatabaseSync | undefined;

function writeGroup(connection: DatabaseSync, group: readonly ToWriter[]): void {
  const insert = connection.prepare('INSERT INTO text_keys VALUES (?, ?)');
  const destroy = connection.prepare('DELETE FROM text_keys WHERE id = ?');
  connection.exec('BEGIN IMMEDIATE');
  for (const message of group) {
    if (message.kind === 'insert') for (const { id, key } of message.keys) insert.run(id, key);
    if (message.kind === 'destroy') for (const id of message.ids) destroy.run(id);
  }
  connection.exec('COMMIT');
  if (group.some(({ kind }) => kind === 'destroy') && !emptyWal(connection))
    throw new Error('A reader keeps destroyed keys in the write-ahead log');
}

// A connection that failed is not used again: what was written is learned from the file.
function abandon(): void {
  const failed = db;
  db = undefined;
  try {
    failed?.close();
  } catch {
    // What matters is that it is not used again.
  }
}

function answer(group: readonly ToWriter[]): FromWriter {
  const count = group.length;
  try {
    writeGroup((db ??= openKeysForWriting(file)), group);
    return { count };
  } catch (error) {
    abandon();
    return { count, failure: error instanceof Error ? error.message : String(error) };
  }
}

port.on('message', (first: ToWriter) => {
  const group = [first];
  for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port))
    group.push(next.message as ToWriter);
  port.postMessage(answer(group));
  if (group.at(-1)?.kind !== 'close') return;
  db?.close();
  port.close();
});
