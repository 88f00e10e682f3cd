import type { SourceFile } from './source-files.js';

/** A fenced block of a page; `line` is that of its opening fence. */
type Block = { readonly language: string; readonly text: string; readonly line: number };

/** A shell block, and what it prints if the page goes on to say so. */
export type CommandBlock = {
  readonly at: string;
  readonly commands: string;
  readonly prints: string | undefined;
};

function fencedBlocks(markdown: string): readonly Block[] {
  const fence = /^```(\w*)\n([\s\S]*?)^```$/gm;
  return [...markdown.matchAll(fence)].map(({ 1: language = '', 2: text = '', index }) => ({
    language,
    text,
    line: markdown.slice(0, index).split('\n').length,
  }));
}

/** The shell blocks of a page; a `json` block after one is what it prints. */
export function commandBlocks({ path, text }: SourceFile): readonly CommandBlock[] {
  const blocks = fencedBlocks(text);
  return blocks.flatMap((block, at) => {
    if (block.language !== 'sh') return [];
    const next = blocks[at + 1];
    return {
      at: `${path}:${block.line}`,
      commands: block.text,
      prints: next?.language === 'json' ? next.text : undefined,
    };
  });
}

/** Blocks that nothing runs and nothing compares: they would go stale unseen. */
export function unprovenBlocks({ path, text }: SourceFile): readonly string[] {
  const blocks = fencedBlocks(text);
  return blocks
    .filter(
      ({ language }, at) =>
        language !== 'sh' && !(language === 'json' && blocks[at - 1]?.language === 'sh'),
    )
    .map(({ line, language }) => `${path}:${line} ${language}`);
}

/** Names of the npm scripts that a text tells its reader to run. */
export const npmScripts = (text: string): readonly string[] =>
  [...text.matchAll(/\bnpm (?:run )?(start|test|[\w:]+)\b/g)]
    .map(([command, name = '']) => ({ name, isRun: command.startsWith('npm run ') }))
    .filter(({ name, isRun }) => isRun || name === 'start' || name === 'test')
    .map(({ name }) => name);
