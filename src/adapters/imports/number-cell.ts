import { isDecimal, multiply, type DecimalText } from '../../domain/decimal.js';
import type { Bilingual } from './import-error.js';
import type { NumberStyle } from './mapping.js';
import type { Cell } from './table-row.js';

const groupMarks = {
  none: '',
  // Space, no-break space, thin and narrow no-break space.
  space: '[ \\u00A0\\u2009\\u202F]',
  comma: ',',
  point: '\\.',
  apostrophe: "['’]",
} as const;

const patterns = new Map<string, RegExp>();

function patternOf({ decimal, thousands }: NumberStyle): RegExp {
  const style = `${decimal} ${thousands}`;
  const known = patterns.get(style);
  if (known !== undefined) return known;
  const group = groupMarks[thousands];
  const whole = group === '' ? '0|[1-9]\\d*' : `0|[1-9]\\d*|[1-9]\\d{0,2}(?:${group}\\d{3})+`;
  const made = new RegExp(`^(-?)(${whole})(?:${decimal === 'comma' ? ',' : '\\.'}(\\d+))?$`);
  patterns.set(style, made);
  return made;
}

/** A text read in one style; undefined when it is no number in it. */
function readStyled(text: string, style: NumberStyle): DecimalText | undefined {
  const unsigned = style.percentSign === 'ignore' ? text.replace(/[ \u00A0\u202F]?%$/, '') : text;
  const [, sign, whole, fraction] = patternOf(style).exec(unsigned.replace('\u2212', '-')) ?? [];
  if (whole === undefined) return undefined;
  const decimals = fraction === undefined ? '' : `.${fraction}`;
  const number = `${sign}${whole.replaceAll(/\D/g, '')}${decimals}`;
  return isDecimal(number) ? number : undefined;
}

/** The exact decimal in a cell; undefined when it is no number in the style declared. */
export function readNumber({ text, exact }: Cell, style: NumberStyle): DecimalText | undefined {
  const trimmed = text.trim();
  const read = exact && isDecimal(trimmed) ? trimmed : readStyled(trimmed, style);
  if (read === undefined || style.multiplyBy === undefined) return read;
  return multiply(read, style.multiplyBy);
}

/** A number without the flags behind it, and those flags: "12,5 p" is "12,5" and ["p"]. */
export function splitFlags(
  text: string,
  flags: Iterable<string>,
): { readonly number: string; readonly found: readonly string[] } {
  const known = [...flags].toSorted((a, b) => b.length - a.length);
  const found: string[] = [];
  let number = text.trim();
  for (;;) {
    const flag = known.find((each) => number.endsWith(each) && number.length > each.length);
    if (flag === undefined) return { number, found };
    found.unshift(flag);
    number = number.slice(0, -flag.length).trimEnd();
  }
}

const styles: readonly NumberStyle[] = (['refuse', 'ignore'] as const).flatMap((percentSign) => [
  { decimal: 'point', thousands: 'none', percentSign },
  { decimal: 'comma', thousands: 'none', percentSign },
  { decimal: 'comma', thousands: 'space', percentSign },
  { decimal: 'point', thousands: 'space', percentSign },
  { decimal: 'point', thousands: 'comma', percentSign },
  { decimal: 'comma', thousands: 'point', percentSign },
  { decimal: 'point', thousands: 'apostrophe', percentSign },
]);

const plainDigits: Bilingual = {
  en: 'Write it in plain digits, such as 1234.5',
  fr: 'Écrivez-le en chiffres, comme 1234.5',
};

function suggestStatus(text: string): Bilingual {
  const declared = JSON.stringify({ [text.slice(0, 20)]: 'NOT_REPORTED' });
  return {
    en: `If it says why there is no number, declare it: "statuses": ${declared}`,
    fr: `S’il dit pourquoi il n’y a pas de nombre, déclarez-le : "statuses": ${declared}`,
  };
}

/** How a cell that is no number could be put right or declared in the mapping. */
export function suggestNumber({ text }: Cell, declared: NumberStyle): Bilingual {
  const trimmed = text.trim();
  const withPercent: NumberStyle = { ...declared, percentSign: 'ignore' };
  const style = [withPercent, ...styles].find((each) => readStyled(trimmed, each) !== undefined);
  if (style === undefined) return /\d/.test(trimmed) ? plainDigits : suggestStatus(trimmed);
  const number = readStyled(trimmed, style);
  const numbers = `"numbers": ${JSON.stringify(style)}`;
  return {
    en: `To read it as ${number}, declare ${numbers}`,
    fr: `Pour le lire comme ${number}, déclarez ${numbers}`,
  };
}
