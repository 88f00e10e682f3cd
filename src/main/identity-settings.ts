import { z } from 'zod';
import { isSafeUrl } from '../adapters/identity/safe-url.js';
import { isRole, roles } from '../domain/authority.js';
import { isCode } from '../domain/identifiers.js';
import { boolean, choice, duration, type Bilingual, type Setting } from './setting.js';

/** Signatures that can be accepted. Those by a shared secret, and none at all, cannot. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const usualAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];

const split = (text: string): readonly string[] => text.split(',').map((each) => each.trim());

/** A text that has no default. */
const optional = (rule: Bilingual, schema: z.ZodType<string, string>, meaning: Bilingual) =>
  ({
    kind: 'text',
    schema,
    default: undefined,
    defaultText: '',
    rule,
    meaning,
  }) satisfies Setting<string | undefined> as Setting<string | undefined>;

const safeUrl = (meaning: Bilingual) =>
  optional(
    {
      en: 'an https address; http on this machine alone',
      fr: 'une adresse https; http sur cette machine seulement',
    },
    z.string().max(1_000).refine(isSafeUrl),
    meaning,
  );

const claim = (meaning: Bilingual) =>
  optional(
    {
      en: 'the name of a claim, or the path to it with dots',
      fr: 'le nom d’une revendication, ou le chemin qui y mène, avec des points',
    },
    z.string().max(200),
    meaning,
  );

const list = (
  value: readonly string[],
  fits: (each: string) => boolean,
  rule: Bilingual,
  meaning: Bilingual,
): Setting<readonly string[]> => ({
  kind: 'list',
  schema: z
    .string()
    .transform(split)
    .refine((all) => all.every(fits)),
  default: value,
  defaultText: value.join(','),
  rule,
  meaning,
});

type Pairs = ReadonlyMap<string, string>;

/** Names of the provider and what they are here: `theirs=ours,theirs=ours`. */
const pairs = (
  isOurs: (text: string) => boolean,
  ours: Bilingual,
  meaning: Bilingual,
): Setting<Pairs> => ({
  kind: 'list',
  schema: z
    .string()
    .transform((text) =>
      split(text).map((pair) => {
        const at = pair.lastIndexOf('=');
        return [pair.slice(0, Math.max(at, 0)), pair.slice(at + 1)] as const;
      }),
    )
    .refine((all) => all.every(([theirs, code]) => theirs !== '' && isOurs(code)))
    .transform((all): Pairs => new Map(all)),
  default: new Map(),
  defaultText: '',
  rule: {
    en: `pairs such as planner=${ours.en}, separated by commas`,
    fr: `des paires telles que planner=${ours.fr}, séparées par des virgules`,
  },
  meaning,
});

const minute = 60_000;
const day = 1_440 * minute;

/** Who is believed when a token says who somebody is. */
export const identitySettings = {
  localTokens: boolean(true, {
    en: 'Accepts the tokens issued on this machine by jalon token.',
    fr: 'Accepte les jetons émis sur cette machine par jalon token.',
  }),
  oidcIssuer: safeUrl({
    en: 'OpenID provider whose access tokens are accepted, exactly as it calls itself.',
    fr: 'Fournisseur OpenID dont les jetons d’accès sont acceptés, exactement comme il se nomme.',
  }),
  oidcAudience: list(
    [],
    (each) => each !== '',
    {
      en: 'names separated by commas',
      fr: 'des noms séparés par des virgules',
    },
    {
      en: 'Names of this hub at the provider; a token is for one of them. Required with an issuer.',
      fr: 'Noms de ce carrefour chez le fournisseur, dont un dans chaque jeton; requis avec lui.',
    },
  ),
  oidcJwksUrl: safeUrl({
    en: 'Address of the keys of the provider; found by discovery without it.',
    fr: 'Adresse des clés du fournisseur; trouvée par découverte si elle manque.',
  }),
  oidcAlgorithms: list(
    usualAlgorithms,
    (each) => algorithms.includes(each),
    {
      en: `some of ${algorithms.join(', ')}, separated by commas`,
      fr: `des valeurs parmi ${algorithms.join(', ')}, séparées par des virgules`,
    },
    { en: 'Signatures that are accepted.', fr: 'Signatures acceptées.' },
  ),
  oidcTokenType: choice(['at+jwt', 'any'], {
    en: 'Type that tokens state (RFC 9068); any also takes those of providers that state none.',
    fr: 'Type déclaré par les jetons (RFC 9068); any prend aussi ceux qui n’en déclarent pas.',
  }),
  oidcRoleClaim: claim({
    en: 'Claim that names roles; without it only roles granted in the hub count.',
    fr: 'Revendication qui nomme les rôles; sans elle, seuls comptent ceux attribués ici.',
  }),
  oidcRoleMap: pairs(
    isRole,
    { en: roles[2], fr: roles[2] },
    {
      en: 'Roles by the provider’s names; others stand for the role of that name, if any.',
      fr: 'Rôles par les noms du fournisseur; les autres valent le rôle de ce nom, s’il existe.',
    },
  ),
  oidcOrganizationClaim: claim({
    en: 'Claim that names organizations, in each of which the roles are held.',
    fr: 'Revendication qui nomme les organismes auprès desquels valent les rôles.',
  }),
  oidcOrganizationMap: pairs(
    isCode,
    { en: '3525005', fr: '3525005' },
    {
      en: 'Codes of organizations by the provider’s names; others are taken as codes.',
      fr: 'Codes d’organisme par les noms du fournisseur; les autres sont pris pour des codes.',
    },
  ),
  oidcClockSkewMs: duration(
    30_000,
    {
      en: 'How far the clocks of the provider and of this machine may be apart.',
      fr: 'Écart admis entre les horloges du fournisseur et de cette machine.',
    },
    { max: 5 * minute },
  ),
  oidcKeysFreshMs: duration(
    10 * minute,
    {
      en: 'Keys of the provider that are older are read again.',
      fr: 'Les clés du fournisseur plus vieilles sont relues.',
    },
    { min: 1_000, max: day },
  ),
  oidcKeysStaleMsMax: duration(
    day,
    {
      en: 'Keys that are older no longer serve, though the provider be away.',
      fr: 'Les clés plus vieilles ne servent plus, même si le fournisseur est absent.',
    },
    { min: 1_000, max: 30 * day },
  ),
  oidcCoolDownMs: duration(
    10_000,
    {
      en: 'Least time between two readings of the keys.',
      fr: 'Temps minimal entre deux lectures des clés.',
    },
    { min: 100, max: 10 * minute },
  ),
  oidcAnswerMsMax: duration(
    5_000,
    {
      en: 'How long the provider may take to answer.',
      fr: 'Délai accordé au fournisseur pour répondre.',
    },
    { min: 100, max: minute },
  ),
} as const;
