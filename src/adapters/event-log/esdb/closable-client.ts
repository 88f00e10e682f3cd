import {
  EventStoreDBClient,
  type ChannelCredentialOptions,
  type Credentials,
  type DNSClusterOptions,
  type GossipClusterOptions,
  type SingleNodeOptions,
} from '@eventstore/db-client';

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
