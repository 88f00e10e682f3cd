// Entry of the thread of an import: takes the file apart, checks it, and asks for all the rest.
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { importObservations } from './import-observations.js';
import type { ImportPorts } from './import-request.js';
import type { FromImport, ThreadRequest, ToImport } from './thread-messages.js';

const port = parentPort as MessagePort;
const send = (message: FromImport): void => port.postMessage(message);
const waiting = new Map<number, PromiseWithResolvers<unknown>>();
let calls = 0;

port.on('message', (message: ToImport) => {
  const asked = waiting.get(message.number);
  waiting.delete(message.number);
  if ('failure' in message) asked?.reject(new Error(message.failure));
  else asked?.resolve(message.answer);
});

/** A port that is served by the thread that started this one. */
const remote = <Name extends keyof ImportPorts>(name: Name): ImportPorts[Name] =>
  ((...args: readonly unknown[]) => {
    const number = (calls += 1);
    const asked = Promise.withResolvers<unknown>();
    waiting.set(number, asked);
    send({ kind: 'call', number, port: name, args });
    return asked.promise;
  }) as ImportPorts[Name];

const result = await importObservations(
  {
    readStream: remote('readStream'),
    setting: remote('setting'),
    execute: remote('execute'),
    organizations: remote('organizations'),
    explain: remote('explain'),
  },
  {
    ...(workerData as ThreadRequest),
    onProgress: (phase, done, total) => send({ kind: 'progress', phase, done, total }),
  },
);
send({ kind: 'done', result });
port.close();
