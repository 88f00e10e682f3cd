import { readsForSome, type Caller } from '../domain/authority.js';
import { torontoDate } from '../domain/civil-date.js';
import type { CodeLists } from '../domain/code-lists.js';
import type { CommandHandler } from '../domain/command-handler.js';
import type { CommitmentRules } from '../domain/commitment/standing.js';
import type { ImportDesk } from '../domain/import/import-desk.js';
import type { StatutoryRules } from '../domain/plan/rules.js';
import type { TextKeys } from '../domain/text-keys.js';
import type { Language } from '../domain/text.js';
import type { ReadModels, Snapshot } from '../projections/read-models.js';
import { reaching, reachTags } from './reach.js';

/** What the API needs from outside, each behind its port. */
export type Services = {
  readonly execute: CommandHandler;
  readonly readModels: ReadModels;
  readonly keys: Pick<TextKeys, 'open'>;
  /** The code lists the program is delivered with; see `RequestContext.codeLists`. */
  readonly codeLists: () => CodeLists;
  /** Pseudonym of the person a subject names; absent where no OpenID provider is trusted. */
  readonly personOf?: (subject: string) => string;
  readonly rules: StatutoryRules & CommitmentRules;
  /** Absent where no file can be uploaded. */
  readonly imports?: ImportDesk;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** How long a mutation or `jalon-min-position` waits for the views. */
  readonly waitMsMax: number;
};

/** One request: who asks, in which language, and the one snapshot its answers come from. */
export type RequestContext = {
  readonly caller: Caller;
  /** Default language of messages, from Accept-Language. */
  readonly language: Language;
  readonly correlationId: string;
  readonly services: Services;
  /** Civil day in Toronto on which the request is answered. */
  readonly today: string;
  /** Tags the answer depends on; the response cache keeps them. */
  readonly tags: Set<string>;
  /** The code lists; in the context of a `Reading`, with what was published by then. */
  codeLists(): CodeLists;
  /** The request's snapshot, opened on first use. */
  snapshot(): Promise<Snapshot>;
  /** Waits for the views to reach a position the request itself wrote; a new snapshot follows. */
  reachOwn(position: number): Promise<void>;
  /** Position of the snapshot that answered; undefined when none was opened. */
  position(): number | undefined;
  /** Releases the snapshot; called once when the answer is complete. */
  release(): void;
};

/** The views did not reach a position in time; the answer would miss what was just written. */
export class PositionNotReached extends Error {
  override readonly name = 'PositionNotReached';
}

type Request = Pick<RequestContext, 'caller' | 'language' | 'correlationId'>;

function contextOf(services: Services, request: Request): RequestContext {
  let current: Promise<Snapshot> | undefined;
  let answered: number | undefined;
  const open = async (): Promise<Snapshot> => {
    const snapshot = await services.readModels.snapshot();
    answered = snapshot.position;
    return snapshot;
  };
  const release = (): void => {
    void current?.then((snapshot) => snapshot.release()).catch(() => undefined);
    current = undefined;
  };
  return {
    ...request,
    services,
    today: torontoDate(services.now()),
    tags: new Set(),
    codeLists: services.codeLists,
    snapshot: () => (current ??= open()),
    async reachOwn(position) {
      release();
      if (!(await services.readModels.reached(position, services.waitMsMax)))
        throw new PositionNotReached(`position ${position} was not reached`);
    },
    position: () => answered,
    release,
  };
}

/** Builds the context of one request; it is told at once for whom else the caller reads. */
export async function requestContext(
  services: Services,
  request: Request,
): Promise<RequestContext> {
  const context = contextOf(services, request);
  const { caller, today, tags } = context;
  if (!readsForSome(caller)) return context;
  const snapshot = await context.snapshot();
  const organizations = await snapshot.organizations({ position: snapshot.position });
  for (const tag of reachTags(organizations, today)) tags.add(tag);
  return { ...context, caller: reaching(caller, organizations, today) };
}
