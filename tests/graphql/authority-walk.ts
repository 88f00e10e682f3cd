import { getNamedType, isLeafType, parse, subscribe, type GraphQLSchema } from 'graphql';
import { roles, type Caller } from '../../src/domain/authority.js';
import { requestContext, type Services } from '../../src/graphql/context.js';
import { commandDesk } from '../support/command-desk.js';
import type { MutationHub } from './mutation-hub.js';
import type { Ids, Step } from './story-step.js';

/** Organizations that every step of the story concerns, and some that none does. */
const own = ['3525005', 'hamilton-police', 'saugeen', 'solgen'];
const others = ['3541024', 'bruce-police', 'education'];

/** The census division in which the body of the story lies, and one in which it does not. */
const ownRegion = ['3525'];
const otherRegions = ['3541', '3557'];

/** Whether one was answered; an error for anything but an answer or a denial. */
type Ask = (caller: Caller) => Promise<boolean>;

const denials = new Set(['UNAUTHENTICATED', 'FORBIDDEN']);

type Result = {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: object }[];
};

/** True when nobody denied it. @throws Error for any other error than a denial */
function isAnswered({ errors = [] }: Result): boolean {
  const other = errors.find(({ extensions }) => !denials.has(String(Object(extensions).code)));
  if (other !== undefined) throw new Error(other.message);
  return errors.length === 0;
}

/** Asks as every role, for its own organizations and for others, and writes down a row. */
async function rowOf(ask: Ask): Promise<string> {
  const cells: string[] = [];
  for (const role of roles) {
    const may = (organizations: readonly string[]) => ask({ actor: role, role, organizations });
    const mayOwn = await may(own);
    const mayOthers = await may(others);
    if (mayOthers && !mayOwn) throw new Error(`${role} is answered for others alone`);
    const isBound = role === 'regional-adviser' && !mayOthers;
    if (isBound && (await may(otherRegions))) throw new Error('answered for another region');
    const bound = isBound && (await may(ownRegion)) ? 'region' : 'own';
    if (mayOwn) cells.push(`${role}=${mayOthers ? 'any' : bound}`);
  }
  return cells.join(' ');
}

/** Asks as everybody for something that no step of the story gives: refused is answered too. */
export const answeredRow = (hub: MutationHub, mutation: string, input: object): Promise<string> =>
  rowOf(async (caller) => isAnswered((await hub.attempt(mutation, input, caller)) as Result));

/** A row as it is written in the matrix, its roles in the order of the domain. */
export function inOrder(row: string): string {
  const cells = row.split(' ').filter((cell) => cell !== '');
  const rank = (cell: string) => roles.findIndex((role) => cell.startsWith(`${role}=`));
  return cells.toSorted((a, b) => rank(a) - rank(b)).join(' ');
}

/**
 * Tells a story, and before each new command asks who could have given it. What they give goes
 * as far as the log, which takes nothing: a refusal for any other reason is a mistake.
 */
export async function mutationRows(
  hub: MutationHub,
  steps: readonly Step[],
  tellStep: (step: Step, ids: Ids) => Promise<void>,
  ids: Ids,
): Promise<ReadonlyMap<string, string>> {
  const append = async () => ({ outcome: 'conflict', actualRevision: 0 }) as const;
  const { execute } = commandDesk({ ...hub.log, append });
  const unwritten: Services = { ...hub.services, execute };
  const rows = new Map<string, string>();
  for (const step of steps) {
    const { mutation } = step;
    const ask: Ask = async (caller) => {
      const input = { idempotencyKey: 'asked', ...step.input(ids) };
      const result = await hub.attempt(mutation, input, caller, unwritten);
      if (!isAnswered(result as Result)) return false;
      const { refusals } = (result.data ?? {})[mutation] as {
        refusals: { code: string; en: string }[];
      };
      const [refusal] = refusals;
      if (refusal?.code !== 'stream-busy') throw new Error(`${mutation}: ${refusal?.en}`);
      return true;
    };
    if (!rows.has(mutation)) rows.set(mutation, await rowOf(ask));
    await tellStep(step, ids);
  }
  return rows;
}

const anyValue = (value: unknown): boolean =>
  value !== null && typeof value === 'object'
    ? Object.values(value).some(anyValue)
    : value !== null && value !== undefined;

/** The document of a row: ids filled in, and something selected where nothing is. */
function documentOf(row: string, schema: GraphQLSchema, ids: Ids): string {
  const [, kind = '', name = ''] = /^(\w+) (\w+)/.exec(row) ?? [];
  const call = row
    .slice(kind.length)
    .replaceAll(/\$(\w+)/g, (_, id: string) => JSON.stringify(ids[id]));
  const types = [schema.getQueryType(), schema.getSubscriptionType()];
  const field = types.map((type) => type?.getFields()[name]).find((each) => each !== undefined);
  if (field === undefined) throw new Error(`no field ${row}`);
  const isBare = !call.trimEnd().endsWith('} }') && !/\) \{/.test(call);
  const selection = isBare && !isLeafType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `${kind} { ${call}${selection} }`;
}

/** Asks a query or subscription of the matrix as everybody. */
export function readRow(
  row: string,
  schema: GraphQLSchema,
  hub: MutationHub,
  ids: Ids,
): Promise<string> {
  const source = documentOf(row, schema, ids);
  if (row.startsWith('subscription'))
    return rowOf(async (caller) => {
      const contextValue = await requestContext(hub.services, {
        caller,
        language: 'en',
        correlationId: 'test',
      });
      const stream = await subscribe({ schema, document: parse(source), contextValue });
      if (!(Symbol.asyncIterator in stream)) return isAnswered(stream as Result);
      await stream.return(undefined);
      return true;
    });
  return rowOf(async (caller) => {
    const result = await hub.ask(source, {}, caller);
    return isAnswered(result as Result) && (!/\) \{/.test(row) || anyValue(result.data));
  });
}
