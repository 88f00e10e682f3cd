import type { Logger } from 'pino';
import { openCalendar } from '../adapters/calendar/open-calendar.js';
import { startHttp, type HttpServer } from '../adapters/http/start-http.js';
import type { ImportStore } from '../adapters/import-store/import-store.js';
import type { EmbeddedIdentity } from '../adapters/identity/embedded-identity.js';
import type { CodeLists } from '../domain/code-lists.js';
import { personId } from '../domain/person/person-id.js';
import type { ReadModels } from '../projections/read-models.js';
import { requestContext, type Services } from '../graphql/context.js';
import { jitGateway } from '../graphql/executor.js';
import { formatError } from '../graphql/format-error.js';
import { errorPlugin, presentErrors } from '../graphql/present-errors.js';
import { buildHubSchema } from '../graphql/schema.js';
import type { Configuration } from './configuration.js';
import { readDeliveredCodeLists, readRules } from './delivered-data.js';
import { importDesk } from './import-desk.js';
import { importPorts } from './import-ports.js';
import { importsOverHttp } from './imports-over-http.js';
import { foldersOf, openDesk, type Desk, type Folders } from './open-desk.js';
import { openIdentity } from './open-identity.js';
import { openImportStore } from './open-import-store.js';
import { openMail } from './open-mail.js';
import { openTokens } from './open-keys.js';
import { openViews, type OpeningViews } from './open-views.js';
import { measurements, type Measurements } from './measurements.js';
import { viewsWithKeys } from './views-with-keys.js';

/** The whole program, open: it can be written to, read from and served. */
export type Hub = {
  readonly desk: Desk;
  readonly views: ReadModels;
  readonly identity: EmbeddedIdentity;
  /** Starts answering over HTTP. */
  listen(logger: Logger): Promise<HttpServer>;
  close(): Promise<void>;
};

/** Steps of opening that may take long, to be shown. */
export type OpeningSteps = OpeningViews & {
  /** Called once the log is open, before the views are. */
  readonly onDesk?: (desk: Desk) => Promise<void>;
};

type Open = Pick<Hub, 'desk' | 'views' | 'identity'> & {
  readonly store: ImportStore;
  readonly measured: Measurements;
  readonly folders: Folders;
};

/** How a person is named whom the provider's subject stands for, when there is a provider. */
const issuedPersons = ({ oidcIssuer }: Configuration, desk: Desk): Pick<Services, 'personOf'> =>
  oidcIssuer === undefined
    ? {}
    : { personOf: (subject) => personId(desk.keys.hash, oidcIssuer, subject) };

const servicesOf = (
  configuration: Configuration,
  { desk, views, store }: Open,
  codeLists: CodeLists,
): Services => ({
  execute: desk.execute,
  readModels: views,
  keys: desk.keys,
  codeLists: () => codeLists,
  ...issuedPersons(configuration, desk),
  rules: readRules(),
  now: desk.now,
  imports: importDesk({ ...desk, store }, importPorts(desk, codeLists), configuration),
  waitMsMax: configuration.positionMsMax,
});

async function serve(
  configuration: Configuration,
  services: Services,
  hub: Open,
  logger: Logger,
): Promise<HttpServer> {
  const { desk, views, identity, store, measured } = hub;
  const schema = await buildHubSchema();
  return startHttp({
    host: configuration.host,
    port: configuration.port,
    limits: configuration,
    origins: configuration.corsOrigins,
    graphiql: configuration.graphiql,
    logger,
    now: desk.now,
    api: {
      schema,
      gateway: jitGateway(schema, (cause, correlationId) =>
        logger.error({ err: cause, correlationId }, 'an operation failed'),
      ),
      formatError,
      presentErrors,
      plugins: [errorPlugin],
      createContext: (facts) => requestContext(services, facts),
    },
    identity: openIdentity(configuration, identity, desk, logger),
    views,
    imports: importsOverHttp(configuration, store, views, desk.now),
    calendar: openCalendar(services),
    logHead: () => desk.log.head(),
    readings: measured.readings,
  });
}

/**
 * Opens the log, the keys and the views as configured. A key whose destruction was recorded
 * but cut short is destroyed before anything is answered.
 */
export async function openHub(
  configuration: Configuration,
  { onDesk, ...told }: OpeningSteps = {},
): Promise<Hub> {
  const folders = foldersOf(configuration.dataDir);
  const codeLists = await readDeliveredCodeLists();
  let wake = (): void => undefined;
  let forget = (): void => undefined;
  const measured = measurements(folders.data);
  const watch = { ...measured.watch(() => wake()), destroyed: () => forget() };
  await using opening = new AsyncDisposableStack();
  const held = <T extends { close(): Promise<void> }>(part: T): T =>
    opening.adopt(part, ({ close }) => close());
  const desk = held(await openDesk(configuration, folders, codeLists, watch));
  await onDesk?.(desk);
  const opened = await openViews(configuration, desk.log, folders, told);
  const views = held(viewsWithKeys(opened.views, desk.keys));
  wake = opened.wake;
  await desk.keys.destroy(await views.redactedKeys());
  const identity = held(await openTokens(configuration, folders.keys));
  const store = held(await openImportStore(configuration, folders));
  const open = { desk, views, identity, store, folders, measured };
  // What was opened before a step that fails is closed, since its threads keep the process; from
  // here on the hub closes it.
  const parts = opening.move();
  return {
    ...open,
    async listen(logger) {
      const services = servicesOf(configuration, open, codeLists);
      // First, since a server that listens would go on where the mail cannot be opened.
      const mail = openMail(configuration, { ...open, rules: services.rules }, logger);
      if (mail !== undefined) parts.defer(mail.stop);
      const server = await serve(configuration, services, open, logger);
      forget = server.forgetAnswers;
      // Views that were built anew may answer otherwise at the same position.
      views.onProgress(({ replaced }) => replaced && server.forgetAnswers());
      return server;
    },
    close: () => parts.disposeAsync(),
  };
}
