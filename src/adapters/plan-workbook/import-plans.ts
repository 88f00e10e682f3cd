import { v7 as newId } from 'uuid';
import type { Caller } from '../../domain/authority.js';
import { torontoDate } from '../../domain/civil-date.js';
import { versionInForce } from '../../domain/code-lists.js';
import type { CommandHandler } from '../../domain/command-handler.js';
import type { Refusal } from '../../domain/decision.js';
import { nearest } from '../nearest.js';
import { checkReferences } from './check-references.js';
import type { Bilingual, PlanProblem } from './plan-problem.js';
import { plansOf } from './plan-rows.js';
import { planProblem } from './plan-problem.js';
import { openWithBodies, recordAdoptions, registerPartners } from './record-plan.js';
import { recordMeasures } from './record-measures.js';
import { recordRisks } from './record-risks.js';
import { recordCommitments, recordStrategies } from './record-strategies.js';
import { readRows, type PlanRows } from './read-rows.js';
import { readTables } from './read-tables.js';
import { rehearsal, type RehearsalPorts } from './rehearsal.js';
import { rowWriter, type RowCounts, type RowDesk, type RowWriter } from './row-writer.js';

/** What an import of plans works with. */
export type PlanImportPorts = RehearsalPorts & {
  readonly execute: CommandHandler;
  readonly explain: (refusal: Refusal) => Bilingual;
};

/** What to import, and how. */
export type PlanImportRequest = {
  /** Path of an XLSX workbook, or of a folder of CSV files. */
  readonly file: string;
  /** An administrator: it acts for the bodies that the workbook names. */
  readonly caller: Caller;
  /** Checks everything and writes nothing. */
  readonly dryRun?: boolean;
  readonly bytesMax?: number;
  readonly rowsMax?: number;
};

/** What became of a workbook. */
export type PlanImportResult = RowCounts & {
  /** Plans and rows read. */
  readonly plans: number;
  readonly rows: number;
  /** True when commands were given; they may all have said what was recorded already. */
  readonly written: boolean;
  /** SHA-256 of what was read; null when it could not be. */
  readonly fileHash: string | null;
  readonly problems: readonly PlanProblem[];
};

const defaultBytesMax = 16 * 1_048_576;
const defaultRowsMax = 20_000;
const nothing = { recorded: 0, changed: 0, same: 0, plans: 0, rows: 0, written: false };

/** Everything of a workbook, in the order in which one thing needs another. */
async function recordRows(read: PlanRows, writer: RowWriter, ministry: string): Promise<void> {
  const partners = read.rows.filter(({ sheet }) => sheet === 'partners');
  await registerPartners(partners, writer, ministry);
  for (const rows of plansOf(read)) {
    const opened = await openWithBodies(rows, writer);
    if (opened === undefined) continue;
    const risks = await recordRisks(opened);
    const strategies = await recordStrategies(opened, risks);
    await recordCommitments(opened, strategies);
    await recordMeasures(opened, risks, strategies);
    await recordAdoptions(opened);
  }
}

/** For a code that no list has, the one that was probably meant. */
const suggestCode =
  ({ codeLists, now }: PlanImportPorts) =>
  ({ params = {} }: Refusal): Bilingual | undefined => {
    const { scheme, code } = params;
    const on = torontoDate(now());
    const codes = versionInForce(codeLists(), String(scheme), on)?.codes ?? [];
    const near = nearest(
      String(code),
      codes.map((each) => each.code),
    );
    return near === undefined
      ? undefined
      : { en: `Did you mean ${near}?`, fr: `Vouliez-vous dire ${near}?` };
  };

function deskOf(ports: PlanImportPorts, { caller }: PlanImportRequest): Omit<RowDesk, 'execute'> {
  const { log, keys, explain } = ports;
  const suggest = suggestCode(ports);
  const readStream = (stream: string) => log.readStream(stream);
  return { keys, caller, group: newId(), explain, suggest, readStream };
}

const order = (problems: readonly PlanProblem[]): readonly PlanProblem[] =>
  problems.toSorted((a, b) => (a.sheet === b.sheet ? a.line - b.line : 0));

/**
 * Imports plans from a workbook of the documented layout. Everything is rehearsed on what is
 * recorded now, each row after those before it, and nothing is written unless all rows pass.
 * A second import of the same workbook writes nothing; of a corrected one, what changed.
 */
export async function importPlans(
  ports: PlanImportPorts,
  request: PlanImportRequest,
): Promise<PlanImportResult> {
  const { file, caller, dryRun = false, bytesMax = defaultBytesMax } = request;
  const { rowsMax = defaultRowsMax } = request;
  const input = await readTables(file, bytesMax);
  if ('problems' in input) return { ...nothing, fileHash: null, problems: input.problems };
  const { fileHash } = input;
  const codes = { codeLists: ports.codeLists(), today: torontoDate(ports.now()) };
  const read = checkReferences(readRows(input.tables, codes));
  const { count: rows } = read;
  if (rows > rowsMax) {
    const problems = [planProblem('rows-too-many', {}, { max: rowsMax })];
    return { ...nothing, rows, fileHash, problems };
  }
  const plans = plansOf(read).length;
  const ministry = caller.organizations[0] ?? '';
  const desk = deskOf(ports, request);
  const rehearsed = rowWriter({ ...desk, ...rehearsal(ports) });
  await recordRows(read, rehearsed, ministry);
  const problems = order([...read.problems, ...rehearsed.problems]);
  const found = { plans, rows, fileHash };
  if (dryRun || problems.length > 0)
    return { ...found, ...rehearsed.counts(), written: false, problems };
  const writer = rowWriter({ ...desk, execute: ports.execute });
  await recordRows(read, writer, ministry);
  return { ...found, ...writer.counts(), written: true, problems: order(writer.problems) };
}
