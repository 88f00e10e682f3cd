import { readFileSync } from 'node:fs';
import { Kind, parse, print } from 'graphql';

const source = readFileSync(new URL('../contract/operations.graphql', import.meta.url), 'utf8');

/** The operations that clients rely on, by name. */
export const contractOperations: ReadonlyMap<string, string> = new Map(
  parse(source).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.name !== undefined
      ? [[definition.name.value, print(definition)]]
      : [],
  ),
);

/** One operation that clients rely on. */
export function operation(name: string): string {
  const text = contractOperations.get(name);
  if (text === undefined) throw new Error(`no operation ${name}`);
  return text;
}
