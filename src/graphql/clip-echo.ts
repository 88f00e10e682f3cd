/** Most characters between quotation marks, in a word, and in a message as a whole. */
const quotedMax = 100;
const wordMax = 40;
const messageMax = 300;

const clip = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, Math.max(max - 1, 0))}…`;

// Where GraphQL prints a value it refuses, which may hold anything: the place and the rule
// are told without it.
const printedValues: readonly (readonly [RegExp, string])[] = [
  [/ (?<cannot>cannot represent [^:]*): .*$/su, ' $<cannot>.'],
  [/ got invalid value .*?(?<at> at "[^"]*")?; (?=[^;]*$)/su, ' is invalid$<at>: '],
  [/Value ".*" does not exist/su, 'The value does not exist'],
  [/Unexpected (?<kind>String|BlockString) ".*"\.$/su, 'Unexpected $<kind>.'],
  [/Unknown operation named ".*"/su, 'Unknown operation'],
  [/, found .*$/su, '.'],
];

/**
 * A message of GraphQL with no value printed and at most 100 characters between quotation
 * marks, which is where it repeats names a client made up.
 */
export function clipEcho(message: string): string {
  const told = printedValues.reduce((text, [from, to]) => text.replace(from, to), message);
  let left = quotedMax;
  const parts = told.split('"').map((part, at) => {
    if (at % 2 === 0) return part.replaceAll(/[^\s]{41,}/gu, (word) => clip(word, wordMax));
    const kept = clip(part, left);
    left -= kept.length;
    return kept;
  });
  return clip(parts.join('"'), messageMax);
}

/** Path of an error, the names a client gave to fields clipped. */
export const clipPath = (path: readonly (string | number)[]): (string | number)[] =>
  path.map((part) => (typeof part === 'string' ? clip(part, wordMax) : part));
