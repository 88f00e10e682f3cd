import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { civilDate } from '../../domain/civil-date.js';
import type { CodeList, CodeLists } from '../../domain/code-lists.js';
import { code } from '../../domain/identifiers.js';

/** A file of code lists that cannot be used; the message names the file and the place in it. */
export class CodeListInvalid extends Error {
  override readonly name = 'CodeListInvalid';
}

const text = () => z.string().trim().min(1).max(2_000);

const entry = z.strictObject({
  code: code(),
  label: z.strictObject({ en: text(), fr: text() }),
  parent: code().optional(),
});

type Offence = { readonly message: string; readonly path: (string | number)[] };

/** Codes that are there twice, and parents that are no other code of the version. */
function offencesOf(codes: readonly z.infer<typeof entry>[]): readonly Offence[] {
  const places = new Map(codes.map(({ code: each }, at) => [each, at]));
  return codes.flatMap(({ code: each, parent }, at) => {
    if (places.get(each) !== at)
      return [{ message: `${each} is there twice`, path: ['codes', at, 'code'] }];
    if (parent === undefined || (parent !== each && places.has(parent))) return [];
    const message = `${parent} is no other code of this version`;
    return [{ message, path: ['codes', at, 'parent'] }];
  });
}

const version = z
  .strictObject({
    version: text(),
    from: civilDate(),
    source: text(),
    codes: z.array(entry).min(1).max(10_000),
  })
  .superRefine(({ codes }, context) => {
    for (const offence of offencesOf(codes)) context.addIssue({ code: 'custom', ...offence });
  });

const list = z.strictObject({
  scheme: code(),
  versions: z
    .array(version)
    .min(1)
    .refine((all) => all.every(({ from }, at) => at === 0 || (all[at - 1]?.from ?? '') < from), {
      error: 'versions are listed oldest first, each from a later day',
    })
    .refine((all) => new Set(all.map((each) => each.version)).size === all.length, {
      error: 'two versions have the same name',
    }),
});

function parseJson(file: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new CodeListInvalid(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Checks one file: unique codes, labels in both languages, parents that exist, versions in
 * order, and the scheme in the file's name.
 * @throws CodeListInvalid naming the file and the path in it
 */
export function parseCodeList(file: string, json: string): CodeList {
  const parsed = list.safeParse(parseJson(file, json));
  if (!parsed.success) {
    const [{ path, message } = { path: [], message: '' }] = parsed.error.issues;
    throw new CodeListInvalid(`${file}: ${path.join('.') || 'the file'}: ${message}`);
  }
  if (`${parsed.data.scheme}.json` !== basename(file))
    throw new CodeListInvalid(`${file}: scheme: ${parsed.data.scheme} is not the file's name`);
  return parsed.data as CodeList;
}

/** Reads every list of a folder, one `<scheme>.json` each. @throws CodeListInvalid */
export async function readCodeLists(folder: string): Promise<CodeLists> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  const lists = names.map(async (name) => {
    const file = join(folder, name);
    const read = parseCodeList(file, await readFile(file, 'utf8'));
    return [read.scheme, read] as const;
  });
  return new Map(await Promise.all(lists));
}
