// The test server as a process of its own: serves until its parent goes or kills it.
import { startCluster } from './cluster.js';
import { openEventStore } from './event-store.js';
import { noFaults } from './faults.js';
import { openJournal } from './journal.js';
import type { Order, Report, ServerArguments } from './server-messages.js';

const { journal, maxAppendSize, ...served } = JSON.parse(
  process.argv[2] as string,
) as ServerArguments;
const store = openEventStore(openJournal(journal), maxAppendSize);
const faults = noFaults();
const sent: number[] = [];
const cluster = await startCluster({ store, faults, sent, ...served });
const say = (report: Report): void => void process.send?.(report);

function obey(order: Order): void {
  if (order.order === 'fail') Object.assign(faults, order.faults);
  if (order.order === 'freeze') cluster.freeze(order.isFrozen);
  if (order.order === 'cut') cluster.cut();
  if (order.order === 'kill-leader') cluster.killLeader();
  if (order.order === 'elect') cluster.elect(order.member);
}

process.on('message', (order: Order) => {
  obey(order);
  say({ faults, events: store.all.length, sent });
});
process.on('disconnect', () => process.exit());
say({ ports: cluster.ports });
