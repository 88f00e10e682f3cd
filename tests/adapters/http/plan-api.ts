import { buildSchema, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Api, ApiContext, RequestFacts } from '../../../src/adapters/http/api.js';
import { torontoDate } from '../../../src/domain/civil-date.js';
import type { PlanStore } from './plan-store.js';

const typeDefs = `
  type Query {
    plan(id: ID!): Plan
    plans(first: Int!): [Plan!]!
    who: String!
    language: String!
    today: String!
    unsaid: String
    slow: String
    faults(count: Int!): [String]
    broken: String
  }
  type Plan { id: ID! title: String! parent: Plan }
  type Mutation { rename(id: ID!, title: String!): String! }
  type Subscription { counted(since: Int = 0, to: Int = 1000000): String! missing: Int! }
`;

type Context = ApiContext & {
  readonly facts: RequestFacts;
  readonly tags: Set<string>;
  read(): ReturnType<PlanStore['snapshot']>;
};

/** What a test watches and holds up. */
export type Stage = {
  now: string;
  /** Operations executed, snapshots not given back, sources of `counted` not ended. */
  executed: number;
  snapshots: number;
  sources: number;
  /** Numbers that `counted` has made. */
  counted: number;
  /** Called by `plan` once it has read, so that a test can write in between. */
  afterRead: () => Promise<void> | void;
  /** What `slow` answers with. */
  slow: Promise<string>;
  /** Awaited by `counted` before each number. */
  beforeNumber: (number: number) => Promise<void> | void;
};

async function* numbers(stage: Stage, since: number, to: number) {
  stage.sources += 1;
  try {
    for (let number = since + 1; number <= to; number++) {
      await stage.beforeNumber(number);
      stage.counted = number;
      yield { counted: `${number} ${'.'.repeat(1_000)}` };
    }
  } finally {
    stage.sources -= 1;
  }
}

const resolvers = (store: PlanStore, stage: Stage) => ({
  async plan({ id }: { id: string }, context: Context) {
    context.tags.add(`plan:${id}`);
    const title = context.read().titles.get(id);
    await stage.afterRead();
    return title === undefined ? null : { id, title };
  },
  plans: ({ first }: { first: number }) =>
    Array.from({ length: first }, (_, at) => ({ id: at, title: `Plan number ${at}` })),
  who: (_: unknown, { facts: { caller } }: Context) =>
    [caller.actor, caller.role, ...caller.organizations, caller.actingFor ?? '-'].join(' '),
  language: (_: unknown, { facts }: Context) => facts.language,
  today(_: unknown, context: Context) {
    context.tags.add(`day:${torontoDate(stage.now)}`);
    return torontoDate(stage.now);
  },
  unsaid: (_: unknown, context: Context) => context.read().titles.get('kenora'),
  slow: () => stage.slow,
  faults: ({ count }: { count: number }) =>
    Array.from({ length: count }, (_, at) => new GraphQLError(`fault ${at}`)),
  broken() {
    throw new Error('the inside of the program');
  },
  rename: ({ id, title }: { id: string; title: string }) => String(store.write(id, title)),
});

/** Only subscriptions are resolved by the schema itself: graphql-sse knows no gateway. */
function schemaOf(stage: Stage): GraphQLSchema {
  const schema = buildSchema(typeDefs);
  const { counted, missing } = schema.getSubscriptionType()?.getFields() ?? {};
  if (counted === undefined || missing === undefined) throw new Error('no subscriptions');
  counted.subscribe = (_, { since, to }: { since: number; to: number }) =>
    numbers(stage, since, to);
  missing.subscribe = () => {
    throw new GraphQLError('no such plan', { extensions: { code: 'NOT_FOUND' } });
  };
  return schema;
}

function contextOf(store: PlanStore, stage: Stage, facts: RequestFacts): Context {
  let current: ReturnType<PlanStore['snapshot']> | undefined;
  let answered: number | undefined;
  return {
    facts,
    tags: new Set<string>(),
    read() {
      if (current === undefined) {
        current = store.snapshot();
        answered = current.position;
        stage.snapshots += 1;
      }
      return current;
    },
    position: () => answered,
    release() {
      if (current !== undefined) stage.snapshots -= 1;
      current = undefined;
    },
  };
}

/** A small API over a store of plans, and the stage on which a test directs it. */
export function planApi(store: PlanStore): { readonly api: Api; readonly stage: Stage } {
  const stage: Stage = {
    now: '2026-01-05T15:00:00.000Z',
    executed: 0,
    snapshots: 0,
    sources: 0,
    counted: 0,
    afterRead: () => undefined,
    slow: Promise.resolve('done'),
    beforeNumber: () => undefined,
  };
  const schema = schemaOf(stage);
  const rootValue = resolvers(store, stage);
  const gateway: Api['gateway'] = {
    load: async () => ({
      async executor({ document, request: { variables, operationName }, context }) {
        stage.executed += 1;
        const names = { variableValues: variables, operationName: operationName ?? null };
        return execute({ schema, document, rootValue, contextValue: context, ...names });
      },
    }),
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: async () => undefined,
  };
  const api: Api = {
    schema,
    gateway,
    plugins: [],
    formatError: ({ message, extensions, path }) =>
      extensions?.['code'] === 'INTERNAL_SERVER_ERROR' && message.includes('inside')
        ? { message: 'Internal', extensions: { code: 'INTERNAL_SERVER_ERROR' } }
        : { message, ...(path && { path }), ...(extensions && { extensions }) },
    presentErrors: (errors) => errors.slice(0, 10),
    createContext: (facts) => contextOf(store, stage, facts),
  };
  return { api, stage };
}
