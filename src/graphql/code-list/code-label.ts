import { labelOfCode } from '../../domain/code-lists.js';
import type { RequestContext } from '../context.js';
import { labelText } from '../text.build.js';
import type { Text } from '../text.object.js';

/** Label of a code in the newest version that knows it; the code itself when none does. */
export const codeLabel = (scheme: string, code: string, context: RequestContext): Text =>
  labelText(labelOfCode(context.codeLists(), scheme, code) ?? { en: code, fr: code });
