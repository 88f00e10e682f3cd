import { openConnectionProxy, type ConnectionProxy } from './connection-proxy.js';
import type { EventStore } from './event-store.js';
import type { Faults } from './faults.js';
import { startMember } from './member.js';
import type { ServerArguments } from './server-messages.js';

/** The members of a cluster, which share one store; the first begins as their leader. */
export type Cluster = {
  readonly ports: readonly number[];
  /** Breaks all connections. */
  cut(): void;
  /** Lets nothing pass any more, or lets it pass again. */
  freeze(isFrozen: boolean): void;
  /** Takes the leader away; nobody leads until another one does. */
  killLeader(): void;
  /** Makes a member the leader. */
  elect(member: number): void;
};

/** What a cluster is started with. */
export type ClusterOptions = Omit<ServerArguments, 'journal' | 'maxAppendSize'> & {
  readonly store: EventStore;
  readonly faults: Faults;
  /** Filled with the number of events sent to each subscription. */
  readonly sent: number[];
};

/** Starts the members. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { ports, ...shared } = options;
  const proxies: ConnectionProxy[] = [];
  const dead = new Set<number>();
  let leader: number | undefined = 0;
  const cut = (): void => proxies.forEach((proxy) => proxy.cut());
  const gossip = () =>
    proxies.map(({ port }, at) => ({ port, leads: at === leader, isAlive: !dead.has(at) }));

  for (const [at, port] of ports.entries()) {
    const leads = () => at === leader;
    const isLed = () => leader !== undefined;
    const inner = await startMember({ ...shared, cut, gossip, isLed, leads });
    proxies.push(await openConnectionProxy(inner, port));
  }
  return {
    ports: proxies.map(({ port }) => port),
    cut,
    freeze: (isFrozen) => proxies.forEach((proxy) => proxy.freeze(isFrozen)),
    killLeader() {
      if (leader === undefined) return;
      dead.add(leader);
      proxies[leader]?.kill();
      leader = undefined;
    },
    elect(member) {
      leader = member;
    },
  };
}
