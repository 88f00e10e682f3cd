import { graphql, type ExecutionResult } from 'graphql';
import { openMemoryEventLog } from '../../src/adapters/event-log/memory/open-memory-event-log.js';
import { memoryImportStore } from '../../src/adapters/import-store/memory-import-store.js';
import * as memory from '../../src/adapters/read-models/memory/open-memory-read-models.js';
import type { Caller } from '../../src/domain/authority.js';
import type { EventLog } from '../../src/domain/event-log.js';
import { requestContext, type Services } from '../../src/graphql/context.js';
import { buildHubSchema } from '../../src/graphql/schema.js';
import { importDesk } from '../../src/main/import-desk.js';
import { importPorts } from '../../src/main/import-ports.js';
import { deliveredCodeLists } from '../support/code-lists.js';
import { administrator, commandDesk } from '../support/command-desk.js';

/** What a mutation says besides its entity. */
export type Payload = {
  readonly position: string | null;
  readonly refusals: readonly { code: string; en: string; fr: string; field: string | null }[];
} & Readonly<Record<string, unknown>>;

/** The field of each payload that shows an entity, with enough of it to go on. */
const entities: Readonly<Record<string, string>> = {
  plan: 'plan { id revision status risks { id } strategies { id } roles { id } committee { id } }',
  commitment:
    'commitment { id status responsible { position { en } } resources { id } milestones { id } }',
  commitments: 'commitments { id partner { code } }',
  consent: 'consent { id withdrawn }',
  measure: 'measure { id level }',
  organization: 'organization { code }',
  area: 'area { code }',
  indicator: 'indicator { key version }',
  observation: 'observation { value status review }',
  reportingCycle: 'reportingCycle { id revision }',
  submission: 'submission { id state }',
  informationRequest: 'informationRequest { id }',
  person: 'person { id roles { role revoked } }',
  codeList: 'codeList { scheme versions { version } }',
  series: 'series { progress { status } }',
  story: 'story { period text { en } }',
  event: 'event { stream revision position type sentence recordedInError }',
};

/** A hub in memory, reached through its schema. */
export async function mutationHub() {
  const log = openMemoryEventLog();
  const streamsRead = new Set<string>();
  const readStream: EventLog['readStream'] = (stream, options) => {
    streamsRead.add(stream);
    return log.readStream(stream, options);
  };
  const desk = commandDesk({ ...log, readStream });
  const readModels = memory.openMemoryReadModels({ log: desk.log });
  const schema = await buildHubSchema();
  const uploads = memoryImportStore(
    { reportsBytesMax: 1_000, uploadsBytesMax: 1_000, uploadMs: 1_000 },
    () => 0,
  );
  const ports = importPorts({ ...desk, now: () => desk.clock.now }, deliveredCodeLists);
  const limits = { importRowsMax: 100, importsRunningMax: 2 };
  const services: Services = {
    execute: desk.execute,
    readModels,
    keys: desk.keys,
    codeLists: () => deliveredCodeLists,
    imports: importDesk({ ...desk, store: uploads }, ports, limits),
    rules: { publicationDays: [], reviewYears: [], firstAdoptionBy: '2021-07-01' },
    now: () => desk.clock.now,
    waitMsMax: 5000,
  };
  const mutations = schema.getMutationType()?.getFields() ?? {};

  async function ask(
    source: string,
    variables: Readonly<Record<string, unknown>>,
    caller: Caller = administrator,
    through: Services = services,
  ): Promise<ExecutionResult<Record<string, unknown>>> {
    const request = { caller, language: 'en', correlationId: 'test' } as const;
    const context = await requestContext(through, request);
    const result = await graphql({
      schema,
      source,
      variableValues: variables,
      contextValue: context,
    });
    context.release();
    return result as ExecutionResult<Record<string, unknown>>;
  }

  function document(mutation: string): string {
    const field = mutations[mutation];
    if (field === undefined) throw new Error(`no mutation ${mutation}`);
    const payload = schema.getType(String(field.type).replace('!', ''));
    const fields = payload && 'getFields' in payload ? Object.keys(payload.getFields()) : [];
    const entity = fields.map((name) => entities[name] ?? '').join(' ');
    const refusals = 'refusals { code en: message(lang: EN) fr: message(lang: FR) field }';
    return `mutation ($input: ${String(field.args[0]?.type)}) {
      ${mutation}(input: $input) { ${entity} position ${refusals} }
    }`;
  }

  const attempt = (mutation: string, input: object, caller?: Caller, through?: Services) =>
    ask(document(mutation), { input }, caller, through);

  async function give(mutation: string, input: object, caller?: Caller): Promise<Payload> {
    const { data, errors } = await attempt(mutation, input, caller);
    if (errors !== undefined) throw new AggregateError(errors, errors[0]?.message);
    return data?.[mutation] as Payload;
  }

  const close = async () => {
    await readModels.close();
    await desk.log.close();
  };
  const names = Object.keys(mutations);
  return { ...desk, services, mutations: names, streamsRead, ask, attempt, give, close };
}

export type MutationHub = Awaited<ReturnType<typeof mutationHub>>;
