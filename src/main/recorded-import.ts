import { problemReport, problemsIn } from '../adapters/problem-report.js';
import type { ImportStore } from '../adapters/import-store/import-store.js';
import { upcast } from '../domain/catalogue.js';
import type { Caller } from '../domain/authority.js';
import { foldEvents, type AnyFold } from '../domain/fold.js';
import { beginImport, finishImport, type BeginImportInput } from '../domain/import/commands.js';
import type { ImportAnswer, ImportProblem } from '../domain/import/import-desk.js';
import { importAttempt, type ImportResult, type ImportState } from '../domain/import/state.js';
import type { Desk } from './open-desk.js';

/** What an attempt came to, before it is recorded. */
export type RanImport = {
  readonly result: Omit<ImportResult, 'reportHash' | 'workbookHash'>;
  readonly problems: readonly ImportProblem[];
  /** A copy of the file with its cells marked, where something is wrong with them. */
  readonly workbook?: Uint8Array | undefined;
};

/** What attempts are recorded with. */
export type AttemptDesk = Pick<Desk, 'execute' | 'log'> & { readonly store: ImportStore };

async function stateOf({ log }: AttemptDesk, stream: string) {
  const events = (await log.readStream(stream)).map(upcast);
  const state = foldEvents(importAttempt.fold as AnyFold<ImportState>, events);
  return { state, position: events.at(-1)?.position ?? 0 };
}

/**
 * Records that a file is imported, imports it, and records what became of it. The same order
 * again answers as the first did; one that was cut short is taken up again, which writes
 * nothing twice.
 */
export async function recordImport(
  desk: AttemptDesk,
  attempt: BeginImportInput,
  { caller: given, correlationId }: { readonly caller: Caller; readonly correlationId: string },
  run: () => Promise<RanImport>,
): Promise<ImportAnswer> {
  const { execute, store } = desk;
  const caller = { ...given, actingFor: attempt.organization };
  const begun = await execute(beginImport, attempt, caller, correlationId);
  if (begun.outcome !== 'accepted') return begun;
  const id = begun.stream;
  const { state, position } = await stateOf(desk, id);
  if (state.status === 'finished') {
    const { reportHash, workbookHash: _, ...result } = state.result;
    const report = await store.report(reportHash);
    const problems = report === undefined ? [] : problemsIn(report);
    return { outcome: 'answered', result, problems, attempt: { id, position } };
  }
  const { result, problems, workbook } = await run();
  const kept = {
    reportHash: await store.keepReport(problemReport(problems)),
    workbookHash: workbook && (await store.keepReport(workbook)),
  };
  const finish = { ...result, ...kept, importId: id, idempotencyKey: `finish ${id}` };
  const finished = await execute(finishImport, finish, caller, correlationId);
  if (finished.outcome !== 'accepted') return finished;
  return {
    outcome: 'answered',
    result,
    problems,
    attempt: { id, position: finished.position },
  };
}
