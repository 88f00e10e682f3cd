import { labelOfCode } from '../../domain/code-lists.js';
import type { EventData } from '../../domain/catalogue.js';
import { dateInWords } from '../../domain/date-in-words.js';
import type { StoredEvent } from '../../domain/event.js';
import type { FreeText, Label, Language } from '../../domain/text.js';
import type { Names } from '../../projections/audit-timeline/sentence.js';
import type { RequestContext } from '../context.js';
import { once } from '../once.js';
import type { Roster } from '../roster.js';
import { openText } from '../text.build.js';

const redacted: Readonly<Record<Language, string>> = { en: '[redacted]', fr: '[caviardé]' };
/** How a First Nation is called without its consent. */
const unnamed: Readonly<Record<Language, string>> = {
  en: 'a First Nation',
  fr: 'une Première Nation',
};
const locale: Readonly<Record<Language, string>> = { en: 'en-CA', fr: 'fr-CA' };

const inLanguage = (language: Language, label: Label | undefined): string | undefined =>
  label?.[language] ?? label?.en ?? label?.fr;

// A decimal given as text is written exactly, with all of its decimals.
function number(decimal: string, language: Language): string {
  const decimals = decimal.split('.')[1]?.length ?? 0;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(locale[language], digits).format(
    decimal as Intl.StringNumericLiteral,
  );
}

/** What the events of a plan call its parts, those recorded in error included. */
export type PlanParts = {
  readonly risks: ReadonlyMap<string, string>;
  readonly strategies: ReadonlyMap<string, FreeText>;
  /** Who holds which role or seats. */
  readonly holders: ReadonlyMap<string, Holder>;
};

type Holder = {
  readonly organization?: string | undefined;
  readonly office?: FreeText | undefined;
};

/** Codes of risks and newest titles of strategies, by id. */
export function partsOf(events: readonly StoredEvent[]): PlanParts {
  const risks = new Map<string, string>();
  const strategies = new Map<string, FreeText>();
  const holders = new Map<string, Holder>();
  for (const { type, data } of events) {
    if (type === 'RiskIdentified') {
      const { riskId, code } = data as EventData<'RiskIdentified'>;
      risks.set(riskId, code);
    } else if (type === 'StrategyAdopted' || type === 'StrategyRevised') {
      const { strategyId, title } = data as EventData<'StrategyAdopted'>;
      strategies.set(strategyId, title);
    } else if (type === 'PlanRoleAssigned' || type === 'CommitteeSeatsFilled')
      holders.set((data['roleId'] ?? data['memberId']) as string, data as Holder);
  }
  return { risks, strategies, holders };
}

const codeName = (
  scheme: string,
  code: string,
  language: Language,
  { services }: RequestContext,
): string => inLanguage(language, labelOfCode(services.codeLists(), scheme, code)) ?? code;

/** How sentences name things, in each language. */
export function namesOf(
  { organizations, indicators }: Roster,
  { risks, strategies, holders }: PlanParts,
  context: RequestContext,
  withheld: ReadonlySet<string>,
): (language: Language) => Names {
  const naming = (language: Language): Names => {
    const codeIn = (scheme: string) => (code: string) => codeName(scheme, code, language, context);
    const text = (free: FreeText): string =>
      inLanguage(language, openText(free, context)) ?? redacted[language];
    const risk = codeIn('risk-factors');
    const organization = (code: string): string =>
      withheld.has(code)
        ? unnamed[language]
        : (inLanguage(language, organizations.get(code)?.name) ?? code);
    return {
      organization,
      indicator: (key) => inLanguage(language, indicators.get(key)?.name) ?? key,
      risk,
      identifiedRisk: (riskId) => risk(risks.get(riskId) ?? riskId),
      strategy(strategyId) {
        const title = strategies.get(strategyId);
        return title === undefined ? strategyId : text(title);
      },
      holder(id) {
        const { organization: body, office } = holders.get(id) ?? {};
        if (office !== undefined && !withheld.has(body ?? '')) return text(office);
        return body === undefined ? id : organization(body);
      },
      code: (scheme, code) => codeIn(scheme)(code),
      sector: codeIn('sectors'),
      area: codeIn('reference-areas'),
      text,
      date: (date) => dateInWords(date, language),
      number: (decimal) => number(decimal, language),
    };
  };
  const made = { en: once(() => naming('en')), fr: once(() => naming('fr')) };
  return (language) => made[language]();
}
