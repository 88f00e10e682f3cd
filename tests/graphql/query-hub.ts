import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError } from 'graphql';
import { openMemoryReadModels } from '../../src/adapters/read-models/memory/open-memory-read-models.js';
import { publicCaller, type Caller } from '../../src/domain/authority.js';
import type { Command, CommandInput } from '../../src/domain/command.js';
import type { Outcome } from '../../src/domain/command-handler.js';
import type { EventSchemas } from '../../src/domain/event.js';
import type { Language } from '../../src/domain/text.js';
import { requestContext, type Services } from '../../src/graphql/context.js';
import { jitGateway } from '../../src/graphql/executor.js';
import { formatError } from '../../src/graphql/format-error.js';
import { errorPlugin } from '../../src/graphql/present-errors.js';
import { buildHubSchema } from '../../src/graphql/schema.js';
import { deliveredCodeLists } from '../support/code-lists.js';
import { administrator, commandDesk } from '../support/command-desk.js';

/** What a client gets, and what the answer was noted to depend on. */
export type Answer<Data> = {
  readonly data: Data | null | undefined;
  readonly errors: readonly GraphQLFormattedError[] | undefined;
  readonly tags: ReadonlySet<string>;
};

type Asking = {
  readonly caller?: Caller;
  readonly language?: Language;
  /** Which operation of the document, when it has several. */
  readonly operationName?: string;
};

type Accepted = Extract<Outcome, { readonly outcome: 'accepted' }>;

/** A hub in memory, asked through Apollo as clients ask it. */
export async function queryHub() {
  const desk = commandDesk();
  const readModels = openMemoryReadModels({ log: desk.log });
  const reported: unknown[] = [];
  const schema = await buildHubSchema();
  const apollo = new ApolloServer({
    gateway: jitGateway(schema, (cause) => reported.push(cause)),
    formatError,
    plugins: [ApolloServerPluginCacheControlDisabled(), errorPlugin as ApolloServerPlugin<object>],
    nodeEnv: 'production',
    introspection: true,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const services: Services = {
    execute: desk.execute,
    readModels,
    keys: desk.keys,
    codeLists: () => deliveredCodeLists,
    rules: {
      publicationDays: [{ from: '2019-01-01', amount: 30 }],
      reviewYears: [{ from: '2019-01-01', amount: 4 }],
      firstAdoptionBy: '2021-07-01',
      staleDays: [{ from: '2019-01-01', amount: 180 }],
    },
    now: () => desk.clock.now,
    waitMsMax: 5000,
  };
  const contextOf = ({ caller = publicCaller, language = 'en' }: Asking = {}) =>
    requestContext(services, { caller, language, correlationId: 'correlation-1' });

  async function ask<Data = Readonly<Record<string, unknown>>>(
    source: string,
    variables: object = {},
    asking?: Asking,
  ): Promise<Answer<Data>> {
    const context = await contextOf(asking);
    const { operationName } = asking ?? {};
    const named = operationName === undefined ? {} : { operationName };
    const request = { query: source, variables: { ...variables }, ...named };
    const { body } = await apollo.executeOperation(request, { contextValue: context });
    context.release();
    if (body.kind !== 'single') throw new Error('an answer in parts');
    const { data, errors } = body.singleResult;
    return { data: data as Data | null | undefined, errors, tags: context.tags };
  }

  /** What an operation answers that is not to fail. */
  async function read<Data>(source: string, variables?: object, asking?: Asking): Promise<Data> {
    const { data, errors } = await ask<Data>(source, variables, asking);
    if (errors !== undefined || !data) throw new Error(JSON.stringify(errors));
    return data;
  }

  let given = 0;
  async function record<Input extends CommandInput, State, S extends EventSchemas>(
    command: Command<Input, State, S>,
    input: Omit<Input, 'idempotencyKey'>,
    caller: Caller = administrator,
  ): Promise<Accepted> {
    const keyed = { ...input, idempotencyKey: `key-${(given += 1)}` } as Input;
    const outcome = await desk.execute(command, keyed, caller);
    if (outcome.outcome !== 'accepted') throw new Error(JSON.stringify(outcome));
    await readModels.reached(outcome.position, 5000);
    return outcome;
  }

  async function close(): Promise<void> {
    await apollo.stop();
    await readModels.close();
    await desk.log.close();
  }
  return { ...desk, schema, services, readModels, reported, contextOf, ask, read, record, close };
}

export type QueryHub = Awaited<ReturnType<typeof queryHub>>;
