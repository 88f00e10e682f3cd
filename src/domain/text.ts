import { z } from 'zod';

/** The two official languages of the hub. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** A public label, never redacted: the name of a body, of an indicator, of a code. */
export type Label = { readonly en?: string | undefined; readonly fr?: string | undefined };

const text = (max: number) => z.string().trim().min(1).max(max);

/** A label in one or both languages; at least one is required. */
export const label = (max = 300) =>
  z
    .object({ en: text(max).optional(), fr: text(max).optional() })
    .refine((value) => value.en !== undefined || value.fr !== undefined)
    .meta({ title: 'label', examples: [{ en: 'Prevention', fr: 'Prévention' }] });

/** What a person wrote, readable. It exists only between a command and the codec. */
export type PlainText = {
  readonly kind: 'plain';
  readonly language: Language;
  readonly en?: string | undefined;
  readonly fr?: string | undefined;
};

/** The same text as the log and the views hold it: AES-256-GCM under a key of its own. */
export type SealedText = {
  readonly kind: 'sealed';
  readonly language: Language;
  /** Identifier of the text's own key; destroying the key redacts the text everywhere. */
  readonly key: string;
  /** base64url of nonce, ciphertext and tag. */
  readonly data: string;
};

/**
 * Free text in an event body. Decisions and views treat it as opaque: nothing but the
 * codec seals it, and nothing but the edge opens it.
 */
export type FreeText = PlainText | SealedText;

const maxFreeText = 10_000;

/** Marks a field of an event body as free text, which the codec encrypts. */
export const freeText = () =>
  z
    .discriminatedUnion('kind', [
      z.object({
        kind: z.literal('plain'),
        language: z.enum(languages),
        en: z.string().max(maxFreeText).optional(),
        fr: z.string().max(maxFreeText).optional(),
      }),
      z.object({
        kind: z.literal('sealed'),
        language: z.enum(languages),
        key: z.string(),
        data: z.string(),
      }),
    ])
    .meta({
      title: 'free text (sealed)',
      examples: [{ kind: 'sealed', language: 'en', key: '0197', data: 'bm90IGEgdGV4dA' }],
    });

/** Turns what a client typed into free text; the source language is the first one given. */
export const plainText = (typed: Label): PlainText => ({
  kind: 'plain',
  language: typed.en === undefined ? 'fr' : 'en',
  ...typed,
});

/** Keys of every sealed text in a body. */
export function textKeysIn(value: unknown): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  if ('kind' in value && value.kind === 'sealed') return [(value as SealedText).key];
  return Object.values(value).flatMap(textKeysIn);
}
