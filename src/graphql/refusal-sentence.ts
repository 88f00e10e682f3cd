import type { RefusalCode } from '../domain/refusal-codes.js';
import type { Language } from '../domain/text.js';

/** What a sentence may name of the refused input, each clipped to 100 characters. */
export type Params = Readonly<Record<string, string>>;

/** A refusal in both languages: what is wrong and how to put it right. */
export type RefusalSentence = { readonly [L in Language]: (params: Params) => string };

/** The sentences of some codes. */
export type RefusalSentences = Partial<Readonly<Record<RefusalCode, RefusalSentence>>>;
