import {
  CommandFailed,
  type ObservationTemplate,
  type ObservationTemplateOrder,
} from '../adapters/cli/cli-actions.js';
import { expectedRows } from '../adapters/observation-template/expected-rows.js';
import { templateMapping } from '../adapters/observation-template/template-columns.js';
import { templateFile } from '../adapters/observation-template/template-file.js';
import { planTemplate } from '../adapters/plan-workbook/plan-template.js';
import { torontoDate } from '../domain/civil-date.js';
import type { Language } from '../domain/text.js';
import type { Configuration } from './configuration.js';
import { readDeliveredCodeLists } from './delivered-data.js';
import { clock, foldersOf } from './open-desk.js';
import { openLookout } from './open-lookout.js';

/** An empty workbook of plans. */
export const emptyPlanWorkbook = async (language: Language): Promise<Uint8Array> =>
  planTemplate(await readDeliveredCodeLists(), torontoDate(clock()), language);

/** What an organization is to report, as a file; works beside a running server. */
export async function observationTemplate(
  configuration: Configuration,
  { format, ...wanted }: ObservationTemplateOrder,
): Promise<ObservationTemplate> {
  const { log, close } = await openLookout(configuration, foldersOf(configuration.dataDir).log);
  try {
    const rows = await expectedRows(log, wanted);
    if ('refused' in rows) throw new CommandFailed(rows.refused);
    const bytes = await templateFile(rows, format);
    return { bytes, mapping: templateMapping, rows: rows.length };
  } finally {
    await close();
  }
}
