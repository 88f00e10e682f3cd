import type { Language } from '../../domain/text.js';
import type { TokenRecord, TokenRequest } from '../identity/token.js';
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
