import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { planServer, type PlanServer } from './plan-server.js';

let server: PlanServer;

beforeAll(async () => {
  server = await planServer({
    limits: { headersMsMax: 60, requestMsMax: 90, idleMsMax: 400, slowCheckMs: 20 },
  });
});
afterAll(() => server.stop());

const opened = async (): Promise<Socket> => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1').setEncoding('utf8');
  await once(socket, 'connect');
  return socket;
};
const postHead = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
/** Everything that comes until the server closes the connection. */
const untilClosed = async (socket: Socket): Promise<string> => {
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return text;
};

test('a connection on which nothing is said is closed', async () => {
  expect(await untilClosed(await opened())).toContain('408');
});

test('a request whose head never ends is closed, however steadily it drips', async () => {
  const socket = await opened();
  socket.write('GET /graphql HTTP/1.1\r\nhost: x\r\n');
  const drip = setInterval(() => socket.write('x-drip: 1\r\n'), 10);
  const text = await untilClosed(socket).finally(() => clearInterval(drip));
  expect(text).toMatch(/^HTTP\/1.1 408 /);
  expect(text).toContain('"reason":"request-too-slow"');
});

test('a request whose body never ends is closed', async () => {
  const socket = await opened();
  socket.write(`${postHead}content-length: 1000\r\n\r\n{`);
  const drip = setInterval(() => socket.write(' '), 10);
  const text = await untilClosed(socket).finally(() => clearInterval(drip));
  expect(text).toMatch(/^HTTP\/1.1 408 /);
});

test('a refusal reaches a client that sends all before it reads, and nothing is executed', async () => {
  const { executed } = server.stage;
  const socket = await opened();
  const start = '{"query":"{ who }"';
  const drips = 40;
  socket.pause().write(`${postHead}content-length: ${start.length + drips + 1}\r\n\r\n${start}`);
  for (let at = 0; at < drips; at++) {
    await setTimeout(10);
    socket.write(' ');
  }
  socket.write('}');
  expect(await untilClosed(socket)).toMatch(/^HTTP\/1.1 408 [^]*"request-too-slow"[^]{0,40}$/);
  await server.ask('{ language }');
  expect(server.stage.executed).toBe(executed + 1);
});

test('what is no HTTP at all is answered in the form of every refusal', async () => {
  const socket = await opened();
  socket.write('HELLO\r\n\r\n');
  const text = await untilClosed(socket);
  expect(text).toMatch(/^HTTP\/1.1 400 /);
  expect(JSON.parse(text.slice(text.indexOf('{')))).toMatchObject({
    errors: [{ extensions: { code: 'BAD_REQUEST', reason: 'http-invalid' } }],
  });
});

test('a host that is no host is refused', async () => {
  const socket = await opened();
  const body = '{"query":"{ who }"}';
  socket.write('POST /graphql HTTP/1.1\r\nhost: a b\r\ncontent-type: application/json\r\n');
  socket.write(`connection: close\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
  expect(await untilClosed(socket)).toContain('"reason":"host-invalid"');
});
