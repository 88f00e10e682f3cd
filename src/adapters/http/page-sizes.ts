import { Kind, visit, type ArgumentNode, type DocumentNode, type VariableNode } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;
type PageSize = ArgumentNode & { readonly value: VariableNode };

const isPageSize = (node: ArgumentNode): node is PageSize =>
  (node.name.value === 'first' || node.name.value === 'last') && node.value.kind === Kind.VARIABLE;

/** Variables that set the sizes of a document's pages, with their defaults. */
export type PageVariables = ReadonlyMap<string, unknown>;

/** Finds the variables that set the sizes of pages. */
export function pageVariables(document: DocumentNode): PageVariables {
  const defaults = new Map<string, unknown>();
  const found = new Map<string, unknown>();
  visit(document, {
    VariableDefinition({ variable, defaultValue }) {
      if (defaultValue?.kind === Kind.INT) defaults.set(variable.name.value, defaultValue.value);
    },
    Argument(node) {
      if (!isPageSize(node)) return;
      const name = node.value.name.value;
      found.set(name, defaults.get(name));
    },
  });
  return found;
}

/** The size each page variable has in a request; what is no whole number counts as one. */
export function pageSizes(pages: PageVariables, variables: Variables): ReadonlyMap<string, number> {
  const sizes = [...pages].map(([name, standard]) => {
    const size = Number(variables[name] ?? standard);
    return [name, Number.isSafeInteger(size) ? size : 1] as const;
  });
  return new Map(sizes);
}

/** The document with the sizes of its pages written in. */
export const withPageSizes = (
  document: DocumentNode,
  sizes: ReadonlyMap<string, number>,
): DocumentNode =>
  visit(document, {
    Argument(node) {
      if (!isPageSize(node)) return undefined;
      const value = String(sizes.get(node.value.name.value) ?? 1);
      return { ...node, value: { kind: Kind.INT, value } };
    },
  });
