import { checkDate } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import {
  withPublished,
  type Code,
  type CodeListVersion,
  type CodeLists,
  type PublishedCodeLists,
} from '../code-lists.js';
import { accept, refuse, type Decision, type Refusal } from '../decision.js';
import { isCode } from '../identifiers.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { codesMax, type CodeListEvents } from './events.js';

/** What a version is published with. */
export type PublishedVersion = CodeListVersion & { readonly scheme: string };

const codeAt = (text: string, field: string): readonly Refusal[] =>
  isCode(text) ? [] : refuse('code-invalid', field, { code: text }).refusals;

/** Codes are there once, named in both languages, and below another code of the version. */
function checkCodes(codes: readonly Code[]): readonly Refusal[] {
  if (codes.length === 0 || codes.length > codesMax)
    return refuse('codes-required', 'input.codes', { max: codesMax }).refusals;
  const places = new Map(codes.map(({ code }, at) => [code, at] as const).toReversed());
  return codes.flatMap(({ code, label, parent }, at) => {
    const field = `input.codes.${at}`;
    if (!isCode(code)) return codeAt(code, `${field}.code`);
    if (places.get(code) !== at) return refuse('code-repeated', `${field}.code`, { code }).refusals;
    if (label.en === undefined || label.fr === undefined)
      return refuse('label-in-both-languages', `${field}.label`, { code }).refusals;
    if (parent !== undefined && (parent === code || !places.has(parent)))
      return refuse('code-unknown', `${field}.parent`, { scheme: 'input.codes', code: parent })
        .refusals;
    return checkText(label, `${field}.label`, 2_000);
  });
}

/** Versions follow each other by day; none changes what is decided by an earlier one. */
function checkOrder(
  { scheme, version, from }: PublishedVersion,
  earlier: readonly CodeListVersion[],
  today: CivilDate,
): readonly Refusal[] {
  if (earlier.some((each) => each.version === version))
    return refuse('version-exists', 'input.version', { scheme, version }).refusals;
  const last = earlier.at(-1)?.from ?? '';
  return from <= last || from < today
    ? refuse('version-not-later', 'input.from', { today, last: last || today }).refusals
    : [];
}

/** Publishes the next version of a list, or the first of a new one. */
export const publishCodeListVersion =
  (details: PublishedVersion & { readonly codeLists: CodeLists; readonly today: CivilDate }) =>
  (published: PublishedCodeLists): Decision<CodeListEvents> => {
    const { scheme, version, from, source, codes, codeLists, today } = details;
    const earlier = withPublished(codeLists, published).get(scheme)?.versions ?? [];
    return (
      firstRefusal(
        codeAt(scheme, 'input.scheme'),
        codeAt(version, 'input.version'),
        checkDate(from, 'input.from'),
        checkText({ en: source }, 'input.source', 2_000),
      ) ??
      firstRefusal(checkOrder(details, earlier, today), checkCodes(codes)) ??
      accept({
        type: 'CodeListVersionPublished',
        data: { scheme, version, from, source, codes: codes.map((code) => ({ ...code })) },
      })
    );
  };
