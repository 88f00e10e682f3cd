import { ApolloArmor } from '@escape.tech/graphql-armor';
import {
  GraphQLError,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { HttpLimits } from './http-limits.js';
import { pageSizes, pageVariables, withPageSizes, type PageVariables } from './page-sizes.js';

/** Validation rules that bound what a document may ask, and the bound on its pages. */
export type OperationLimits = {
  readonly rules: readonly ValidationRule[];
  /** The error when a document, with pages as large as its variables say, costs too much. */
  checkPages(
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
  ): GraphQLError | undefined;
};

type Armor = NonNullable<ConstructorParameters<typeof ApolloArmor>[0]>;
const off = { enabled: false };
const nothing: Armor = {
  blockFieldSuggestion: off,
  costLimit: off,
  maxAliases: off,
  maxDepth: off,
  maxDirectives: off,
  maxTokens: off,
};
const armorRules = (protections: Armor): readonly ValidationRule[] =>
  new ApolloArmor({ ...nothing, ...protections }).protect().validationRules;

/** Reports a document over a limit in our own form, instead of throwing in the validation. */
const reportAs = (reason: string) => ({
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError): void =>
      context?.reportError(
        new GraphQLError(message.replace('Syntax Error: ', ''), { extensions: { reason } }),
      ),
  ],
});

/** Sizes that were found to fit, so that a known document is weighed once per size. */
const fittingMax = 100;
type Weighed = { readonly pages: PageVariables; readonly fitting: Set<string> };

function pageCheck(schema: GraphQLSchema, cost: readonly ValidationRule[]) {
  const documents = new WeakMap<DocumentNode, Weighed>();
  const weighed = (document: DocumentNode): Weighed => {
    const known = documents.get(document);
    if (known !== undefined) return known;
    const fresh = { pages: pageVariables(document), fitting: new Set<string>() };
    documents.set(document, fresh);
    return fresh;
  };
  return (document: DocumentNode, variables: Readonly<Record<string, unknown>>) => {
    const { pages, fitting } = weighed(document);
    if (pages.size === 0) return undefined;
    const sizes = pageSizes(pages, variables);
    const key = [...sizes.values()].join();
    if (fitting.has(key)) return undefined;
    const [error] = validate(schema, withPageSizes(document, sizes), cost);
    if (error === undefined && fitting.size < fittingMax) fitting.add(key);
    return error;
  };
}

/** Builds the limits of a schema's operations. */
export function operationLimits(schema: GraphQLSchema, limits: HttpLimits): OperationLimits {
  // One per field, so that the limit reads as the number of fields an answer may hold.
  const perField = { objectCost: 1, scalarCost: 1, depthCostFactor: 1 };
  const cost = armorRules({
    costLimit: { maxCost: limits.costMax, ...perField, ...reportAs('cost-limit-exceeded') },
  });
  const shape = armorRules({
    maxDepth: { n: limits.depthMax, ...reportAs('depth-limit-exceeded') },
    maxAliases: { n: limits.aliasesMax, ...reportAs('alias-limit-exceeded') },
    maxDirectives: { n: limits.directivesMax, ...reportAs('directive-limit-exceeded') },
  });
  return { rules: [...shape, ...cost], checkPages: pageCheck(schema, cost) };
}
