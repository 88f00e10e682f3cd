/** A line of a Dockerfile that says something, with its continuations. */
export type Instruction = { readonly name: string; readonly rest: string };

/** The stages of a Dockerfile, in order, each beginning with its FROM. */
export function stagesOf(text: string): readonly (readonly Instruction[])[] {
  const lines = text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: Instruction[][] = [];
  for (const line of lines) {
    const [, name = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    if (name === 'FROM') stages.push([]);
    stages.at(-1)?.push({ name, rest });
  }
  return stages;
}

/** What a stage copies: from another stage or the sources, and where to. */
export const copiesOf = (stage: readonly Instruction[]) =>
  stage
    .filter(({ name }) => name === 'COPY')
    .map(({ rest }) => {
      const from = /--from=(\S+)/.exec(rest)?.[1];
      const paths = rest.split(' ').filter((word) => !word.startsWith('--'));
      return { from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
    });

/** The one instruction of a name in a stage. */
export const instruction = (stage: readonly Instruction[], wanted: string): string | undefined =>
  stage.find(({ name }) => name === wanted)?.rest;
