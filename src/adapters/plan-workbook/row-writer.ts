import type { Caller } from '../../domain/authority.js';
import type { CommandHandler } from '../../domain/command-handler.js';
import type { Refusal } from '../../domain/decision.js';
import type { StoredEvent } from '../../domain/event.js';
import type { TextKeys } from '../../domain/text-keys.js';
import { explainedProblem, planProblem, type Bilingual, type PlanProblem } from './plan-problem.js';
import type { Order } from './order.js';
import type { PlanRow } from './plan-row.js';
import { canonical, digest } from './rehearsal.js';

/** What a row, or a part of it, comes down to. */
export type Entry = {
  readonly row: PlanRow;
  /** Which part of the row, among those that are commands of their own. */
  readonly part: string;
  readonly actingFor: string;
  /** What is given the first time. */
  readonly first: Order;
  /** What is given when the row says something else than it did at its last import. */
  readonly later?: (earlier: readonly StoredEvent[]) => Order | undefined;
  /** Column of an input field, where the two have different names. */
  readonly columns: Readonly<Record<string, string>>;
  /** True when it does not matter who made what is there already. */
  readonly unlessThere?: boolean;
};

/** What rows are written with; a rehearsal has the same. */
export type RowDesk = {
  readonly execute: CommandHandler;
  readStream(stream: string): Promise<readonly StoredEvent[]>;
  readonly keys: Pick<TextKeys, 'hash'>;
  readonly caller: Caller;
  /** Correlation id of all commands of one import. */
  readonly group: string;
  readonly explain: (refusal: Refusal) => Bilingual;
  readonly suggest: (refusal: Refusal) => Bilingual | undefined;
};

/** Writes rows, and keeps count. */
export type RowWriter = {
  /**
   * Records a row unless its last import said the same.
   * @param name the row's place in its plan; with the part it is the row's key for ever
   * @returns the events that made what the row is about; undefined when it was refused
   */
  keep(name: string, entry: Entry): Promise<readonly StoredEvent[] | undefined>;
  /** True when a row was imported before and says something else now. */
  isChanged(name: string, entry: Entry): Promise<boolean>;
  readStream(stream: string): Promise<readonly StoredEvent[]>;
  readonly problems: readonly PlanProblem[];
  counts(): RowCounts;
};

/** What became of the rows: commands given for the first time, given anew, not given. */
export type RowCounts = {
  readonly recorded: number;
  readonly changed: number;
  readonly same: number;
};

const rowKeyOf = (name: string, part: string): string =>
  `workbook-${digest(canonical([name, part])).slice(0, 24)}`;

function problemOf(refusal: Refusal, { row, columns }: Entry, desk: RowDesk): PlanProblem {
  const { code, field = '' } = refusal;
  const [, name = ''] = /^input\.([^.]+)/.exec(field) ?? [];
  const place = row.at(columns[name] ?? name);
  return explainedProblem(code, place, desk.explain(refusal), desk.suggest(refusal));
}

type Standing = {
  readonly status: 'new' | 'same' | 'changed';
  /** The key of the row, and the one under which it would be said anew. */
  readonly key: string;
  readonly again: string;
  /** Events of the row's first import. */
  readonly made: readonly StoredEvent[];
};

/** How a row stands to its last import. */
async function standingOf(name: string, entry: Entry, desk: RowDesk): Promise<Standing> {
  const { first, actingFor, part, unlessThere = false } = entry;
  const key = rowKeyOf(name, part);
  const history = await desk.readStream(first.streamOf(actingFor, key));
  const own = history.filter(({ metadata }) => metadata.idempotencyKey.startsWith(key));
  const last = own.at(-1)?.metadata;
  // Under the hub's secret: a text that is redacted must not be guessed from its hash.
  const content = desk.keys.hash(first.contentOf(key));
  const again = `${key}-${content.slice(0, 16)}-`;
  const made = own.filter(({ metadata }) => metadata.idempotencyKey === key);
  const found = { key, again: `${again}${history.length}`, made };
  if (last === undefined)
    return { ...found, status: unlessThere && history.length > 0 ? 'same' : 'new' };
  const isSame =
    last.idempotencyKey === key
      ? last.commandHash === content
      : last.idempotencyKey.startsWith(again);
  return { ...found, status: isSame ? 'same' : 'changed' };
}

/** Opens a writer over a desk. */
export function rowWriter(desk: RowDesk): RowWriter {
  const problems: PlanProblem[] = [];
  const counts = { recorded: 0, changed: 0, same: 0 };
  const give = async (key: string, given: Order, entry: Entry) => {
    const caller = { ...desk.caller, actingFor: entry.actingFor };
    const outcome = await given.give(desk.execute, key, caller, desk.group);
    if (outcome.outcome === 'accepted') return outcome.events;
    if (outcome.outcome === 'denied') problems.push(planProblem('row-denied', entry.row.at()));
    else problems.push(...outcome.refusals.map((each) => problemOf(each, entry, desk)));
    return undefined;
  };
  return {
    problems,
    readStream: desk.readStream,
    counts: () => ({ ...counts }),
    isChanged: async (name, entry) => (await standingOf(name, entry, desk)).status === 'changed',
    async keep(name, entry) {
      const { status, key, again, made } = await standingOf(name, entry, desk);
      if (status === 'same') counts.same += 1;
      if (status === 'same') return made;
      if (status === 'new') {
        const events = await give(key, entry.first, entry);
        if (events !== undefined) counts.recorded += 1;
        return events;
      }
      const change = entry.later?.(made);
      if (change === undefined) problems.push(planProblem('row-changed', entry.row.at()));
      const changed = change && (await give(again, change, entry));
      if (changed !== undefined) counts.changed += 1;
      return changed && made;
    },
  };
}
