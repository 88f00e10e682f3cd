import type {
  ApolloServerOptionsWithGateway,
  ApolloServerPlugin,
  BaseContext,
} from '@apollo/server';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Caller } from '../../domain/authority.js';
import type { Language } from '../../domain/text.js';
import type { ReadModels } from '../../projections/read-models.js';

/** What HTTP established about a request before the API answers it. */
export type RequestFacts = {
  readonly caller: Caller;
  /** Language of messages, from Accept-Language. */
  readonly language: Language;
  readonly correlationId: string;
};

/** The context of one request, as far as HTTP is concerned. */
export type ApiContext = {
  /** Tags of the views that were read; complete once the answer is. */
  readonly tags: ReadonlySet<string>;
  /** Position of the snapshot that answered; undefined when none was opened. */
  position(): number | undefined;
  /** Gives the snapshot back. May be called again; the next read opens a new one. */
  release(): void;
};

/** The GraphQL API that HTTP hosts, given by whoever wires the program. */
export type Api = {
  readonly schema: GraphQLSchema;
  /** Executes operations, as Apollo's gateway hook wants it. */
  readonly gateway: ApolloServerOptionsWithGateway<BaseContext>['gateway'];
  /** The form in which a client sees an error; never a stack, never an internal message. */
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  /** The errors of one answer, formatted already, as this client is shown them. */
  readonly presentErrors: (
    errors: readonly GraphQLFormattedError[],
    facts: RequestFacts,
  ) => readonly GraphQLFormattedError[];
  /** Further plugins of Apollo, which see each request's context. */
  readonly plugins: readonly ApolloServerPlugin<never>[];
  readonly createContext: (facts: RequestFacts) => ApiContext | Promise<ApiContext>;
};

/** What HTTP needs of the views: how far they are and what changed. */
export type ViewsProgress = Pick<
  ReadModels,
  'position' | 'tagVersion' | 'reached' | 'onProgress' | 'failure' | 'projector'
>;
