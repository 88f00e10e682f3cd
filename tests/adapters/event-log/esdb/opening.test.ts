import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { openEsdbEventLog } from '../../../../src/adapters/event-log/esdb/open-esdb-event-log.js';
import { clusterAddress } from '../../../../src/adapters/event-log/esdb/connection-string.js';
import { EventLogUnavailable, noStream } from '../../../../src/domain/event-log.js';
import { startEventServer, type EventServer } from '../../../support/event-server/event-server.js';
import { selfSigned } from '../../../support/self-signed.js';
import { aStream, anEvent, collected, events, idsOf } from '../sample-events.js';
import { temporaryEsdbLog } from './temporary-esdb-log.js';

let server: EventServer | undefined;
afterEach(async () => {
  await server?.dispose();
  server = undefined;
});

describe('Opening the log on EventStoreDB', () => {
  test('finds the events that are there, in their places', async () => {
    server = await startEventServer();
    const options = { connectionString: server.url, prefix: 'hub_' };
    const first = await openEsdbEventLog(options);
    for (const stream of [aStream(), aStream('measure')])
      await first.append(stream, noStream, events(3));
    const before = await collected(first.readAll());
    await first.close();
    await server.restart();
    const counted: number[] = [];
    const again = await openEsdbEventLog({ ...options, onCount: (at) => counted.push(at) });
    expect(await again.head()).toBe(6);
    expect(await collected(again.readAll())).toEqual(before);
    expect(counted.at(-1)).toBe(6);
    await again.close();
  });

  test('sees nothing of streams with another prefix, or of other categories', async () => {
    server = await startEventServer();
    const [one, other] = [await temporaryEsdbLog(server.url), await temporaryEsdbLog(server.url)];
    const stream = aStream();
    const [ours, theirs] = [events(2), events(3)];
    await other.append(stream, noStream, theirs);
    expect(await one.append(stream, noStream, ours)).toMatchObject({ position: 2 });
    expect(idsOf(await collected(one.readAll({ direction: 'backwards' })))).toEqual(
      idsOf(ours.toReversed()),
    );
    const unknown = one.append('invoice-1', noStream, events(1));
    await expect(unknown).rejects.toThrow('There is no category');
    const noUuid = one.append(aStream(), noStream, [{ ...anEvent(), id: 'first' }]);
    await expect(noUuid).rejects.toThrow(RangeError);
    for (const log of [one, other]) await log.close();
  });

  test.each([
    ['is too old', '22.10.2', '22.10.2'],
    ['is too old to tell', '', 'unknown'],
  ])('refuses a server that %s', async (_, version, told) => {
    server = await startEventServer(1, { version });
    const opening = temporaryEsdbLog(server.url);
    await expect(opening).rejects.toThrow(EventLogUnavailable);
    await expect(opening).rejects.toThrow(`has version ${told}; 23.10 or newer is needed.`);
  });

  test('takes a server whose version has four numbers', async () => {
    server = await startEventServer(1, { version: '24.2.0.1' });
    const log = await temporaryEsdbLog(server.url);
    expect(await log.head()).toBe(0);
    await log.close();
  });

  test('gives its user and password to a server that serves nobody else', async () => {
    const certificate = selfSigned();
    const file = join(mkdtempSync(join(tmpdir(), 'jalon-esdb-')), 'ca.pem');
    writeFileSync(file, certificate.cert);
    server = await startEventServer(3, { certificate, users: { hub: 'p@ss:w%rd' } });
    const hosts = server.ports.map((port) => `localhost:${port}`).join(',');
    const url = `esdb://hub:p%40ss%3Aw%25rd@${hosts}?tlsCAFile=${file}`;
    const log = await temporaryEsdbLog(url);
    expect(await log.append(aStream(), noStream, events(2))).toMatchObject({ position: 2 });
    await log.close();
  });

  test('gives up on a server that says nothing, or is not there', async () => {
    server = await startEventServer();
    const { url } = server;
    await server.freeze(true);
    const opening = () => temporaryEsdbLog(url, { answerMsMax: 300 });
    await expect(opening()).rejects.toThrow(
      /^EventStoreDB at 127\.0\.0\.1:\d+ did not answer within 300 ms\. Check hosts/,
    );
    await server.kill();
    await expect(opening()).rejects.toThrow(EventLogUnavailable);
  });
});

describe('A connection string', () => {
  test('names hosts, a user and how to trust the server', () => {
    const { shown, endpoints, byName, credentials, channel } = clusterAddress(
      `esdb://hub:p%40ss@a.example.org:2114,b.example.org?tlsCAFile=${import.meta.filename}`,
    );
    expect({ shown, byName, credentials }).toEqual({
      shown: 'a.example.org:2114, b.example.org:2113',
      byName: false,
      credentials: { username: 'hub', password: 'p@ss' },
    });
    expect(endpoints).toHaveLength(2);
    expect(channel.insecure).toBe(false);
    expect(channel.rootCertificate).toBeInstanceOf(Buffer);
    expect(clusterAddress('esdb+discover://cluster.example.org').byName).toBe(true);
  });

  test.each([
    ['http://hub:hunter2@a', 'must be like'],
    ['esdb://hub:hunter2@', 'must be like'],
    ['esdb://hub:hunter2@a:99999', 'must name hosts'],
    ['esdb://hub:hunter2@a?tls=false', 'over which they are not sent'],
    ['esdb://hub:hunter2@a?tls=maybe', 'tls'],
    ['esdb://hub:hunter2@a?tlsVerifyCert=false', 'has no effect'],
    ['esdb://hub:hunter2@a?hunter=2', 'not known'],
    ['esdb://hub:12?hunter2=3', 'not known'],
    ['esdb://hub:hunter2%@a', 'write it as %25'],
    ['esdb://hub:hunter2@a?keepAliveInterval=hunter2', 'no whole number'],
    ['esdb://hub:hunter2@a?tlsCAFile=hunter2', 'cannot be read'],
    [`esdb://hub:hunter2@a?userCertFile=${import.meta.filename}`, 'or neither'],
  ])('%s is refused, saying why and never what it holds', (connectionString, why) => {
    const written = jest.spyOn(console, 'warn');
    const reading = () => clusterAddress(connectionString);
    expect(reading).toThrow(EventLogUnavailable);
    expect(reading).toThrow(why);
    expect(reading).not.toThrow('hunter2');
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  });
});
