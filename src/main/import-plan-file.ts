import { importPlans, type PlanImportResult } from '../adapters/plan-workbook/import-plans.js';
import { readTables } from '../adapters/plan-workbook/read-tables.js';
import type { CodeLists } from '../domain/code-lists.js';
import type { ImportOutcome } from '../domain/import/events.js';
import { messageOf } from '../graphql/refusals.js';
import type { PlanImportOrder } from '../adapters/cli/cli-actions.js';
import type { Configuration } from './configuration.js';
import { readDeliveredCodeLists } from './delivered-data.js';
import { clock, foldersOf, openDesk, type Desk } from './open-desk.js';
import { openKeys } from './open-keys.js';
import { openLookout } from './open-lookout.js';
import { operator, recordFileImport } from './record-file-import.js';
import type { RanImport } from './recorded-import.js';

type PlanDesk = Pick<Desk, 'log' | 'execute' | 'keys' | 'close'>;

/** A desk that can only look, which works beside a running server. */
async function openPlanLookout(
  configuration: Configuration,
  { log, keys: file }: ReturnType<typeof foldersOf>,
) {
  const lookout = await openLookout(configuration, log);
  const keys = await openKeys(configuration, file, (await lookout.log.head()) === 0);
  const close = async (): Promise<void> => {
    await lookout.close();
    await keys.close();
  };
  return { ...lookout, keys, close };
}

function outcomeOf({ written, recorded, changed, problems }: PlanImportResult): ImportOutcome {
  if (!written) return 'REJECTED';
  if (problems.length > 0) return 'PARTLY_WRITTEN';
  return recorded + changed > 0 ? 'WRITTEN' : 'UNCHANGED';
}

/** What an import of plans came to, in the words of attempts. */
function planResult(imported: PlanImportResult): RanImport {
  const { rows, problems, written } = imported;
  const rejected = new Set(problems.map(({ sheet, line }) => `${line} ${sheet}`)).size;
  const counts = written ? imported : { recorded: 0, changed: 0, same: 0 };
  const { recorded, changed: corrected, same } = counts;
  const outcome = outcomeOf(imported);
  const graded = problems.map((each) => ({ severity: 'ERROR' as const, ...each }));
  return {
    result: { outcome, rows, recorded, corrected, same, rejected, problems: problems.length },
    problems: graded,
  };
}

const run = (
  { importBytesMax, importRowsMax }: Configuration,
  desk: PlanDesk,
  codeLists: CodeLists,
  { file, dryRun }: PlanImportOrder,
): Promise<PlanImportResult> =>
  importPlans(
    {
      ...desk,
      codeLists: () => codeLists,
      now: clock,
      explain: (refusal) => ({ en: messageOf(refusal, 'en'), fr: messageOf(refusal, 'fr') }),
    },
    { file, dryRun, caller: operator, bytesMax: importBytesMax, rowsMax: importRowsMax },
  );

/** Imports plans from a workbook, or tells what importing it would do. */
export async function importPlanFile(
  configuration: Configuration,
  order: PlanImportOrder,
): Promise<PlanImportResult> {
  const folders = foldersOf(configuration.dataDir);
  const codeLists = await readDeliveredCodeLists();
  const desk = order.dryRun
    ? await openPlanLookout(configuration, folders)
    : await openDesk(configuration, folders, codeLists);
  try {
    if (order.dryRun) return await run(configuration, desk, codeLists, order);
    const { fileHash } = await readTables(order.file, configuration.importBytesMax);
    const hash = fileHash === undefined ? {} : { fileHash };
    const about = { kind: 'PLANS' as const, file: order.file, ...hash };
    return await recordFileImport(configuration, desk, about, async () => {
      const imported = await run(configuration, desk, codeLists, order);
      return { imported, ...planResult(imported) };
    });
  } finally {
    await desk.close();
  }
}
