import type { EventEmitter } from 'node:events';
import {
  EventStoreDBClient,
  type ChannelCredentialOptions,
  type Credentials,
  type DNSClusterOptions,
  type GossipClusterOptions,
  type SingleNodeOptions,
} from '@eventstore/db-client';

/**
 * Lets the library's own listeners fail. One of them throws at an answer to an append that nobody
 * waits for any more, which would end the process; whoever does wait has a time limit.
 */
function guard(stream: EventEmitter): void {
  const listeners = stream.listeners('data') as ((data: unknown) => void)[];
  stream.removeAllListeners('data');
  for (const listener of listeners)
    stream.on('data', (data: unknown) => {
      try {
        listener(data);
      } catch {
        // There is nobody to be told.
      }
    });
}

/** The client library's client, with what is needed to be done with it for good. */
export class ClosableClient extends EventStoreDBClient {
  #channel: Promise<{ close(): void }> | undefined;

  constructor(
    settings: SingleNodeOptions | GossipClusterOptions | DNSClusterOptions,
    channel: ChannelCredentialOptions,
    credentials: Credentials | undefined,
  ) {
    // It has a constructor for each, of which the compiler sees the last alone.
    super(settings as SingleNodeOptions, channel, credentials);
    const create = this.GRPCStreamCreator;
    this.GRPCStreamCreator = (Client, name, creator, cache) =>
      create(
        Client,
        name,
        async (client) => {
          const stream = await creator(client);
          guard(stream);
          return stream;
        },
        cache,
      );
    const open = this.getChannel;
    this.getChannel = () => (this.#channel = open());
  }

  /** Version of the server, or "unknown" when it does not tell. */
  async serverVersion(): Promise<string> {
    return (await this.capabilities).serverVersion;
  }

  /** Ends every call under way and closes the connection. */
  async shut(): Promise<void> {
    await this.dispose();
    (await this.#channel)?.close();
  }
}
