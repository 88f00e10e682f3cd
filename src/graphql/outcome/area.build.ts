import { labelOfCode } from '../../domain/code-lists.js';
import type { Reading } from '../as-of.js';
import { readAreas } from '../roster.js';
import { labelText } from '../text.build.js';
import type { Area } from './area.object.js';

/** A reference area of the code list, or a reporting area of the roster, by its code. */
export async function readArea(code: string, reading: Reading): Promise<Area> {
  const lists = reading.context.codeLists();
  const label = labelOfCode(lists, 'reference-areas', code);
  const name = label ?? (await readAreas(reading)).get(code)?.name;
  return { code, name: labelText(name ?? { en: code, fr: code }) };
}
