import { connectionOf, type CountedConnection } from '../connection.js';
import type { Page } from '../page.js';

/** A page whose nodes take some reading to build: only those of the page are built. */
export async function pageOf<Row, Node>(
  page: Page,
  all: readonly Row[],
  keyOf: (row: Row) => string,
  build: (row: Row) => Promise<Node>,
): Promise<CountedConnection<Node>> {
  const { after, first } = page;
  const rest = after === undefined ? all : all.filter((row) => keyOf(row) > after);
  const rows = await Promise.all(
    rest.slice(0, first + 1).map(async (row) => ({ key: keyOf(row), node: await build(row) })),
  );
  const connection = connectionOf(
    page,
    rows,
    ({ key }) => key,
    ({ node }) => node,
  );
  return { ...connection, totalCount: all.length };
}
