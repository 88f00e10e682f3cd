import type { Language } from '../../domain/text.js';
import type { BackupMade } from '../backup/make-backup.js';
import type { BackupFacts } from '../backup/manifest.js';
import type { TokenRecord, TokenRequest } from '../identity/token.js';
import type { PlanImportRequest, PlanImportResult } from '../plan-workbook/import-plans.js';
import type { ImportRequest, ImportResult } from '../imports/import-request.js';

/** Called with what is done, of how much. */
export type OnProgress = (done: number, total: number) => void;

/** What somebody types who starts the hub, and what is shown before it serves. */
export type StartOrder = {
  /** Loads the demonstration when the log is empty. */
  readonly demo: boolean;
  readonly onDemo: OnProgress;
  readonly onBuild: OnProgress;
};

/** What somebody types who imports a file. */
export type ImportOrder = Pick<ImportRequest, 'file' | 'mapping' | 'reports' | 'onProgress'> & {
  readonly dryRun: boolean;
  readonly acceptValid: boolean;
};

/** Where a log can be copied from and to. */
export type LogPlace = 'sqlite' | 'esdb';

/** What somebody types who moves the log. */
export type CopyOrder = {
  readonly from: LogPlace;
  readonly to: LogPlace;
  readonly onProgress: (phase: 'copy' | 'compare', done: number, total: number) => void;
};

/** What somebody types who imports a workbook of plans. */
export type PlanImportOrder = Pick<PlanImportRequest, 'file'> & { readonly dryRun: boolean };

/** What somebody types who wants a file of observations to fill in. */
export type ObservationTemplateOrder = {
  readonly organization: string;
  readonly period: string;
  /** Keys; all that are expected of the organization when there are none. */
  readonly indicators: readonly string[];
  readonly format: 'csv' | 'xlsx';
};

/** A file to fill in, and the mapping that reads it back. */
export type ObservationTemplate = {
  readonly bytes: Uint8Array;
  readonly mapping: string;
  readonly rows: number;
};

/** What somebody types who asks a running hub, or has it do something. */
export type AskOrder = {
  /** The operation, in GraphQL. */
  readonly query: string;
  readonly variables: object;
  readonly language: Language;
  /** Address of the hub; the one started on this machine without it. */
  readonly url?: string;
  readonly token?: string;
  readonly role?: string;
  readonly actingFor?: string;
};

/** What the hub answered. */
export type AskAnswer = {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
};

/** A token that was issued, or the organization for which it could not be. */
export type IssuedToken =
  | { readonly token: string; readonly record: TokenRecord }
  | { readonly unknownOrganization: string };

/** What the commands do, wired by the main program. Each opens only what it needs. */
export type CliActions = {
  /** Serves until the process is told to stop. */
  start(order: StartOrder): Promise<void>;
  /** Loads the demonstration into an empty log; a second time it changes nothing. */
  demo(onProgress: OnProgress): Promise<void>;
  importObservations(order: ImportOrder): Promise<ImportResult>;
  /** Copies the log and compares the copy; gives the position of its last event. */
  copy(order: CopyOrder): Promise<number>;
  importPlans(order: PlanImportOrder): Promise<PlanImportResult>;
  /** An empty workbook of plans, as XLSX. */
  planTemplate(language: Language): Promise<Uint8Array>;
  /** @throws CommandFailed when there is nothing to report */
  observationTemplate(order: ObservationTemplateOrder): Promise<ObservationTemplate>;
  /** Backs the hub up to a new file, beside a running server. */
  backup(file: string): Promise<BackupMade>;
  /** Puts a backup back into an empty data directory. */
  restore(file: string): Promise<BackupFacts>;
  /** Brings the tables of the database up to date; false when no database is used. */
  migrate(): Promise<boolean>;
  /** @throws CommandFailed when no hub answers */
  ask(order: AskOrder): Promise<AskAnswer>;
  rebuild(view: string | undefined, onProgress: OnProgress): Promise<void>;
  readonly viewNames: readonly string[];
  issueToken(request: TokenRequest): Promise<IssuedToken>;
  listTokens(): Promise<readonly TokenRecord[]>;
  /** False when there is no such token, or it was revoked before. */
  revokeToken(id: string): Promise<boolean>;
  /** Every setting as text. */
  config(language: Language): string;
  readonly version: string;
};

/** A command that cannot be done, with the reason in both languages; it ends with code 1. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  readonly sentence: Readonly<Record<Language, string>>;

  constructor(sentence: Readonly<Record<Language, string>>) {
    super(sentence.en);
    this.sentence = sentence;
  }
}
