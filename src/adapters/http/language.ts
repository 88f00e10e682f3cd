import { languages, type Language } from '../../domain/text.js';
import { perHeader } from './per-header.js';

/** Weight that an Accept-Language range carries; 0 when it is not a number. */
function weight(parameters: readonly string[]): number {
  const q = parameters.find((each) => each.trim().startsWith('q='));
  const value = q === undefined ? 1 : Number(q.trim().slice(2));
  return Number.isNaN(value) ? 0 : value;
}

const choose = perHeader((header): Language => {
  const ranges = header.split(',').map((range) => {
    const [tag = '', ...parameters] = range.split(';');
    return { language: tag.trim().slice(0, 2).toLowerCase(), weight: weight(parameters) };
  });
  const wanted = ranges
    .filter((range) => range.weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ language }) => languages.filter((each) => each === language));
  return wanted[0] ?? 'en';
});

/** Language of messages, from Accept-Language (RFC 9110, 12.5.4); English without one. */
export const preferredLanguage = (header: string | undefined): Language =>
  header === undefined ? 'en' : choose(header);
