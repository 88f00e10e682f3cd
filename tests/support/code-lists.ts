import { readdirSync, readFileSync } from 'node:fs';
import type { CodeList, CodeLists } from '../../src/domain/code-lists.js';

const directory = new URL('../../data/code-lists/', import.meta.url);

/** The code lists the hub is delivered with, by scheme. */
export const deliveredCodeLists: CodeLists = new Map(
  readdirSync(directory).map((file) => {
    const list = JSON.parse(readFileSync(new URL(file, directory), 'utf8')) as CodeList;
    return [list.scheme, list];
  }),
);
