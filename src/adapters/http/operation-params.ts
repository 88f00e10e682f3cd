import type { FastifyRequest } from 'fastify';

type Fields = Readonly<Record<string, unknown>>;

/** A GraphQL request as it came, well-formed as far as HTTP can tell. */
export type OperationParams = {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Fields;
};

const operationName = /^[_A-Za-z]\w*$/;
const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * What the query string says, read as Apollo reads it: any other reading could take two
 * different requests for the same one.
 */
function fieldsOfUrl(url: string): Fields {
  const search = URL.parse(url, 'http://localhost')?.searchParams ?? new URLSearchParams();
  const entries = [...new Set(search.keys())].map((name) => {
    const [value, second] = search.getAll(name);
    if (second !== undefined || value === undefined) return [name, {}] as const;
    return [
      name,
      name === 'variables' || name === 'extensions' ? parseJson(value) : value,
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** Reads query, operation name and variables; undefined when they are not what they should be. */
export function operationParams(request: FastifyRequest): OperationParams | undefined {
  const fields = request.method === 'GET' ? fieldsOfUrl(request.url) : request.body;
  if (!isRecord(fields)) return undefined;
  const { query, operationName: name, variables, extensions } = fields;
  if (typeof query !== 'string' || query === '') return undefined;
  const named = name ?? undefined;
  if (named !== undefined && (typeof named !== 'string' || !operationName.test(named)))
    return undefined;
  const given = variables ?? {};
  const extra = extensions ?? {};
  if (!isRecord(given) || !isRecord(extra) || 'persistedQuery' in extra) return undefined;
  return { query, operationName: named, variables: given };
}
