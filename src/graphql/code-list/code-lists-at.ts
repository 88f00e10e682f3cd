import { withPublished, type CodeLists } from '../../domain/code-lists.js';
import type { AsOf, Snapshot } from '../../projections/read-models.js';
import type { RequestContext } from '../context.js';

type Published = Awaited<ReturnType<Snapshot['publishedCodeLists']>>;

/** Sums of delivered and published lists; a published map is the same until the next one. */
const sums = new WeakMap<Published, { readonly delivered: CodeLists; readonly all: CodeLists }>();

/** The code lists as of a past; whoever looks into them depends on the tag `code-lists`. */
export async function codeListsAt(
  { services, tags }: Pick<RequestContext, 'services' | 'tags'>,
  snapshot: Snapshot,
  asOf: AsOf,
): Promise<() => CodeLists> {
  const published = await snapshot.publishedCodeLists(asOf);
  const delivered = services.codeLists();
  const sum = sums.get(published);
  const all = sum?.delivered === delivered ? sum.all : withPublished(delivered, published);
  sums.set(published, { delivered, all });
  return () => {
    tags.add('code-lists');
    return all;
  };
}
