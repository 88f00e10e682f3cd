import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** A port before a server, at which the connection itself can fail. */
export type ConnectionProxy = {
  readonly port: number;
  /** Breaks every connection; new ones are taken. */
  cut(): void;
  /** Lets nothing pass, neither way, on connections of before and after; or lets all pass again. */
  freeze(isFrozen: boolean): void;
  /** Breaks every connection instead of passing on the next answer that holds a text. */
  loseAnswer(holding: string): void;
  /** Breaks every connection and takes no more. */
  kill(): void;
};

/** Listens, on a free port unless told which, and passes everything on to another port. */
export async function openConnectionProxy(to: number, on: number): Promise<ConnectionProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let frozen = false;
  let losing: string | undefined;
  const hold = ([outer, inner]: readonly [Socket, Socket]): void => {
    for (const socket of [outer, inner]) {
      if (frozen) socket.pause();
      else socket.resume();
    }
  };
  const server: Server = createServer((outer) => {
    const inner = connect(to, '127.0.0.1');
    const pair = [outer, inner] as const;
    pairs.add(pair);
    for (const [from, into] of [pair, [inner, outer] as const]) {
      from.setNoDelay(true);
      from.on('data', (bytes) => {
        const isLost = from === inner && losing !== undefined && bytes.includes(losing);
        if (!isLost) return void into.write(bytes);
        losing = undefined;
        cut();
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        into.destroy();
        pairs.delete(pair);
      });
    }
    hold(pair);
  });
  server.listen(on, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    for (const [outer, inner] of pairs) {
      outer.resetAndDestroy();
      inner.destroy();
    }
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    loseAnswer: (holding) => void (losing = holding),
    freeze(isFrozen) {
      frozen = isFrozen;
      for (const pair of pairs) hold(pair);
    },
    kill() {
      server.close();
      cut();
    },
  };
}
