import type { StoredEvent } from '../../domain/event.js';
import { applyEvent } from '../../domain/fold.js';
import { categoryOf } from '../../domain/identifiers.js';
import { documentAfter } from '../../projections/current-plan/project.js';
import { emptyTree, parts, type Part, type Tree } from './document-tree.js';

/** What one event made of the tree of its stream; undefined where there was or is none. */
type Step = {
  readonly event: StoredEvent;
  readonly before: Tree | undefined;
  readonly after: Tree | undefined;
};

/** A part of a plan and every step of its stream. */
export type PartSteps = {
  readonly id: string;
  readonly part: Part;
  readonly steps: readonly Step[];
};

function stepsOf(
  { fold, tree }: Part,
  events: readonly StoredEvent[],
  withheld: ReadonlySet<string>,
): readonly Step[] {
  let document: undefined;
  let before: Tree | undefined;
  return events.map((event, at) => {
    // A decision in error takes back what came before it: the stream is folded afresh.
    document =
      event.type === 'DecisionRecordedInError'
        ? documentAfter(fold, events.slice(0, at + 1))
        : applyEvent(fold, document, event);
    const after = document && tree(document, withheld);
    const step = { event, before, after };
    before = after;
    return step;
  });
}

/**
 * Steps of a part of a plan.
 * @param events all events of its stream, in order
 * @param withheld First Nations whose part in the plan is left out
 */
export function partSteps(
  id: string,
  events: readonly StoredEvent[],
  withheld: ReadonlySet<string> = new Set(),
): PartSteps {
  const category = categoryOf(id);
  const part = category && parts[category];
  if (part === undefined) throw new Error(`no part of a plan: ${id}`);
  return { id, part, steps: stepsOf(part, events, withheld) };
}

/** The tree of a whole plan as of a position. */
export function wholeTree(all: readonly PartSteps[], position: number): Tree {
  const collections: Record<string, Record<string, Tree>> = { commitments: {}, measures: {} };
  let plan = emptyTree;
  for (const { id, part, steps } of all) {
    const tree = steps.findLast(({ event }) => event.position <= position)?.after;
    if (tree === undefined) continue;
    const collection = part.collection && collections[part.collection];
    if (collection) collection[id] = tree;
    else plan = tree;
  }
  return { ...plan, ...collections };
}
