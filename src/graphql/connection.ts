import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { AsOfInfo } from './as-of.object.js';
import type { Page } from './page.js';

/** Where a page stands in its list. */
@ObjectType('PageInfo', {
  description: 'Where a page stands in its list (Relay).',
  simpleResolvers: true,
})
export class PageInfo {
  @Field(() => Boolean, { description: 'True when nodes follow this page.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'True when nodes come before this page.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first node of the page.' })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last node of the page: `after` of the next one.',
  })
  readonly endCursor!: string | null;
}

/** A node of a page and its cursor. */
export type Edge<Node> = { readonly cursor: string; readonly node: Node };

/** A page of a list, and the state of the record the whole list is read from. */
export type Connection<Node> = {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
  readonly asOf: AsOfInfo;
};

/** A page of a list whose length is known. */
export type CountedConnection<Node> = Connection<Node> & { readonly totalCount: number };

/** Declares the connection type of a list; `what` names its nodes in descriptions. */
export function connectionType(name: string, node: () => ClassType, what: string) {
  @ObjectType(`${name}Edge`, {
    description: `One of the ${what}, and its cursor.`,
    simpleResolvers: true,
  })
  class EdgeType {
    @Field(() => String, { description: 'Opaque place in the list: `after` of what follows.' })
    readonly cursor!: string;

    @Field(node, { description: `One of the ${what}.` })
    readonly node!: object;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${what}.`, simpleResolvers: true })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'Nodes of the page with their cursors, in order.' })
    readonly edges!: readonly EdgeType[];

    @Field(() => PageInfo, { description: 'Where the page stands in its list.' })
    readonly pageInfo!: PageInfo;

    @Field(() => AsOfInfo, { description: 'State of the record that all pages are read from.' })
    readonly asOf!: AsOfInfo;
  }
  return ConnectionType;
}

/** Declares the connection type of a list whose length is known. */
export function countedConnectionType(name: string, node: () => ClassType, what: string) {
  const type = connectionType(name, node, what);
  Field(() => Int, { description: `How many ${what} the whole list has.` })(
    type.prototype,
    'totalCount',
  );
  return type;
}

/**
 * A page out of rows in order.
 * @param rows from after the page's key on, one more than the page holds if there are as many
 */
export function connectionOf<Row, Node>(
  { reading, first, after, cursorOf }: Page,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  nodeOf: (row: Row) => Node,
): Connection<Node> {
  const edges = rows
    .slice(0, first)
    .map((row) => ({ cursor: cursorOf(keyOf(row)), node: nodeOf(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    asOf: reading.info,
  };
}

/** A page of a list that is held in memory as a whole, ordered by key. */
export function connectionOfAll<Row, Node>(
  page: Page,
  all: readonly Row[],
  keyOf: (row: Row) => string,
  nodeOf: (row: Row) => Node,
): CountedConnection<Node> {
  const { after } = page;
  const rows = after === undefined ? all : all.filter((row) => keyOf(row) > after);
  return { ...connectionOf(page, rows, keyOf, nodeOf), totalCount: all.length };
}
