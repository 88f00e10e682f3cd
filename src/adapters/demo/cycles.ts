import { openCycle, type OpenCycleInput } from '../../domain/cycle/commands.js';
import type { SourceFiles } from './source-files.js';
import type { DemoWriter } from './step.js';

/** Opens the reporting cycles of the demonstration; nobody has reported in them yet. */
export async function loadCycles(files: SourceFiles, writer: DemoWriter): Promise<void> {
  for (const cycle of files.json<OpenCycleInput[]>('demonstration/cycles.json'))
    await writer.write(openCycle, `cycle ${cycle.period}`, cycle);
}
