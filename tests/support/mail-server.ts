import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A message as it arrived. */
export type Arrived = { readonly to: string; readonly source: string };

/** A real SMTP server on a port of its own, which keeps what it is given. */
export type MailServer = {
  readonly url: string;
  readonly arrived: readonly Arrived[];
  /** So many messages, once they are there. */
  messages(count: number): Promise<readonly Arrived[]>;
  /** Answers recipients with a code from here on: 550 for good, 451 for now. */
  refuse(address: string, code: number): void;
  accept(address: string): void;
  stop(): Promise<void>;
};

/** Starts the server; it asks for a password, as servers do. @param port 0 takes a free one */
export async function startMailServer(port = 0): Promise<MailServer> {
  const arrived: Arrived[] = [];
  const heard = new EventEmitter();
  const refused = new Map<string, number>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === 'jalon' && password === 'secret'
        ? done(null, { user: username })
        : done(new Error('Wrong password')),
    onRcptTo({ address }, _, done) {
      const responseCode = refused.get(address);
      done(responseCode === undefined ? null : Object.assign(new Error('No'), { responseCode }));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString();
        for (const { address } of envelope.rcptTo) arrived.push({ to: address, source });
        heard.emit('message');
        done();
      });
    },
  });
  // A client that goes away in the middle is no failure of a test.
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const { port: taken } = listening.address() as AddressInfo;
  return {
    url: `smtp://jalon:secret@127.0.0.1:${taken}`,
    arrived,
    async messages(count) {
      while (arrived.length < count) await once(heard, 'message');
      return arrived.slice(0, count);
    },
    refuse: (address, code) => void refused.set(address, code),
    accept: (address) => void refused.delete(address),
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
