/** Most characters of its input that a message may repeat. */
const echoMax = 100;
/** Most characters of a message as a whole. */
const messageMax = 300;
const wordMax = 40;

const clip = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, Math.max(max - 1, 0))}…`;

// What GraphQL prints of a value it refuses: left out, since the place and the rule suffice.
const printedValues: readonly (readonly [RegExp, string])[] = [
  [/ got invalid value .*?(?<at> at "[^"]*")?; (?=[^;]*$)/su, ' is invalid$<at>: '],
  [/, found .*$/su, '.'],
  [/ (?<cannot>cannot represent [^:]*): .*$/su, ' $<cannot>.'],
];

/**
 * A message of GraphQL with at most 100 characters in quotation marks, which is where it
 * repeats its input, and with no value printed.
 */
export function clipEcho(message: string): string {
  let left = echoMax;
  const unprinted = printedValues.reduce(
    (text, [pattern, instead]) => text.replace(pattern, instead),
    message,
  );
  const quoted = unprinted.replaceAll(/"([^"]*)"/gu, (_, inside: string) => {
    const kept = clip(inside, left);
    left -= kept.length;
    return `"${kept}"`;
  });
  const unquoted = quoted
    .split('"')
    .map((part, at) =>
      at % 2 === 1 ? part : part.replaceAll(/[^\s]{41,}/gu, (word) => clip(word, wordMax)),
    )
    .join('"');
  return clip(unquoted, messageMax);
}

/** Path of an error with the names a client gave to fields clipped. */
export const clipPath = (path: readonly (string | number)[]): (string | number)[] =>
  path.map((part) => (typeof part === 'string' ? clip(part, wordMax) : part));
