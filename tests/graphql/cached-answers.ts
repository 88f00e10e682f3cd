import {
  execute,
  getNamedType,
  isAbstractType,
  isObjectType,
  isRequiredArgument,
  parse,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { answerOf } from '../../src/adapters/http/cache/answer.js';
import { responseCache } from '../../src/adapters/http/cache/response-cache.js';
import type { Caller } from '../../src/domain/authority.js';
import { requestContext, type Services } from '../../src/graphql/context.js';

const depthMax = 4;

/** What says from which position an answer comes, and not what is so. */
const places = new Set(['AsOfInfo', 'PageInfo']);

/** Everything that can be selected of a type without arguments; no type stands within itself. */
function selectionOf(type: GraphQLOutputType, above: readonly string[] = []): string {
  const named = getNamedType(type);
  if (!isObjectType(named) && !isAbstractType(named)) return '';
  if (above.includes(named.name) || above.length > depthMax) return '{ __typename }';
  const fields = 'getFields' in named ? Object.values(named.getFields()) : [];
  const selected = fields
    .filter(({ args }) => !args.some(isRequiredArgument))
    .filter(({ name, type: told }) => name !== 'cursor' && !places.has(getNamedType(told).name))
    .map((field) => `${field.name} ${selectionOf(field.type, [...above, named.name])}`);
  return `{ __typename ${selected.join(' ')} }`;
}

/** A query for everything that a call of a query field, as `plan(id: "…")`, can tell. */
function wholeQuery(schema: GraphQLSchema, call: string): DocumentNode {
  const [name = ''] = /^\w+/.exec(call) ?? [];
  const field = schema.getQueryType()?.getFields()[name];
  if (field === undefined) throw new Error(`no query ${name}`);
  return parse(`{ ${call} ${selectionOf(field.type)} }`);
}

/** A response cache in front of a hub; its clients ask the same again and again. */
export function cachedAnswers(schema: GraphQLSchema, services: Services) {
  const limits = { cacheBytesMax: 1e9, cacheEntryBytesMax: 1e8 };
  const cache = responseCache(services.readModels, services.now, limits);

  const documents = new Map<string, DocumentNode>();
  const documentOf = (call: string): DocumentNode => {
    const document = documents.get(call) ?? wholeQuery(schema, call);
    documents.set(call, document);
    return document;
  };

  /**
   * Asks past the cache, and lets it remember the answer.
   * @returns what the cache would have told, and what is so
   */
  async function ask(call: string, caller: Caller) {
    const key = JSON.stringify([caller, call]);
    const cached = cache.find(key)?.body.toString();
    const making = cache.begin();
    const request = { caller, language: 'en', correlationId: 'asked' } as const;
    const contextValue = await requestContext(services, request);
    const { data, errors } = await execute({ schema, document: documentOf(call), contextValue });
    contextValue.release();
    if (errors !== undefined) throw new AggregateError(errors, `${call}: ${errors[0]?.message}`);
    const fresh = JSON.stringify(data);
    making.remember(key, answerOf(fresh, null), contextValue.tags);
    return { cached, fresh };
  }
  return { ask, stop: () => cache.stop() };
}
