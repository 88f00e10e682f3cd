import type { EventData } from '../../domain/catalogue.js';
import type {
  EvidenceKind,
  Outlook,
  ResourceKind,
} from '../../domain/commitment/tracking-events.js';
import type { FreeText } from '../../domain/text.js';
import { english, french, type Names, type Sentences } from './sentence.js';

type Words = { readonly en: string; readonly fr: string };

const resourceWords: Record<ResourceKind, Words> = {
  FUNDING: { en: 'funding', fr: 'financement' },
  STAFF: { en: 'staff', fr: 'personnel' },
  SPACE: { en: 'space', fr: 'locaux' },
  EQUIPMENT: { en: 'equipment', fr: 'équipement' },
  EXPERTISE: { en: 'expertise', fr: 'expertise' },
};
const evidenceWords: Record<EvidenceKind, Words> = {
  REPORT: { en: 'report', fr: 'rapport' },
  DATA: { en: 'data', fr: 'données' },
  MINUTES: { en: 'minutes', fr: 'procès-verbal' },
  AGREEMENT: { en: 'agreement', fr: 'entente' },
  MEDIA: { en: 'media', fr: 'médias' },
};
const outlookWords: Record<Outlook, Words> = {
  ON_TRACK: { en: 'on track', fr: 'en bonne voie' },
  AT_RISK: { en: 'at risk', fr: 'à risque' },
};

const said = (parts: readonly (string | undefined)[]): string =>
  `${parts.filter((part) => part !== undefined).join('; ')}.`;

const whyEn = (reason: FreeText | undefined, names: Names) =>
  reason && english.reason(reason, names);
const whyFr = (reason: FreeText | undefined, names: Names) =>
  reason && french.reason(reason, names);

/** Cents as dollars, "1250.00". */
const dollars = (cents: number): string => {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

type Pledge = EventData<'CommitmentResourcePledged'>;

const resource = {
  en: ({ amountCents, description }: Pledge, { number, text }: Names) =>
    [
      ...(amountCents === undefined ? [] : [`$${number(dollars(amountCents))}`]),
      ...(description ? [english.quote(text(description))] : []),
    ].join(', '),
  fr: ({ amountCents, description }: Pledge, { number, text }: Names) =>
    [
      ...(amountCents === undefined ? [] : [`${number(dollars(amountCents))}\u00a0$`]),
      ...(description ? [french.quote(text(description))] : []),
    ].join(', '),
};

/** Who answers for a commitment and how it comes along, in words. */
export const trackingSentences = {
  CommitmentResponsibleNamed: {
    en: ({ position, reason }, names) =>
      said([
        position
          ? `${english.quote(names.text(position))} now answers for the commitment`
          : 'Another person now answers for the commitment',
        whyEn(reason, names),
      ]),
    fr: ({ position, reason }, names) =>
      said([
        position
          ? `${french.quote(names.text(position))} répond désormais de l'engagement`
          : "Une autre personne répond désormais de l'engagement",
        whyFr(reason, names),
      ]),
  },
  CommitmentResourcePledged: {
    en: (data, names) =>
      `A resource was pledged to the commitment (${resourceWords[data.kind].en}): ` +
      `${resource.en(data, names)}.`,
    fr: (data, names) =>
      `Une ressource a été promise pour l'engagement (${resourceWords[data.kind].fr})\u00a0: ` +
      `${resource.fr(data, names)}.`,
  },
  CommitmentResourceWithdrawn: {
    en: ({ reason }, names) =>
      said(['A resource of the commitment was withdrawn', english.reason(reason, names)]),
    fr: ({ reason }, names) =>
      said(["Une ressource de l'engagement a été retirée", french.reason(reason, names)]),
  },
  CommitmentMilestoneSet: {
    en: ({ name, dueOn }, { text, date }) =>
      `The milestone ${english.quote(text(name))} was set, due on ${date(dueOn)}.`,
    fr: ({ name, dueOn }, { text, date }) =>
      `Le jalon ${french.quote(text(name))} a été fixé, à atteindre d'ici le ${date(dueOn)}.`,
  },
  CommitmentMilestoneMoved: {
    en: ({ dueOn, reason }, names) =>
      said([`A milestone was moved to ${names.date(dueOn)}`, english.reason(reason, names)]),
    fr: ({ dueOn, reason }, names) =>
      said([`Un jalon a été reporté au ${names.date(dueOn)}`, french.reason(reason, names)]),
  },
  CommitmentMilestoneReached: {
    en: ({ reachedOn }, { date }) => `A milestone was reached on ${date(reachedOn)}.`,
    fr: ({ reachedOn }, { date }) => `Un jalon a été atteint le ${date(reachedOn)}.`,
  },
  CommitmentMilestoneDropped: {
    en: ({ reason }, names) => said(['A milestone was dropped', english.reason(reason, names)]),
    fr: ({ reason }, names) => said(['Un jalon a été abandonné', french.reason(reason, names)]),
  },
  CommitmentEvidenceLinked: {
    en: ({ title, kind, datedOn }, { text, date }) =>
      `Evidence was linked to the commitment (${evidenceWords[kind].en}): ` +
      `${english.quote(text(title))}, of ${date(datedOn)}.`,
    fr: ({ title, kind, datedOn }, { text, date }) =>
      `Une preuve a été jointe à l'engagement (${evidenceWords[kind].fr})\u00a0: ` +
      `${french.quote(text(title))}, du ${date(datedOn)}.`,
  },
  CommitmentStatusDeclared: {
    en: ({ outlook, declaredOn, reason }, names) =>
      said([
        `On ${names.date(declaredOn)}, the commitment was declared ${outlookWords[outlook].en}`,
        whyEn(reason, names),
      ]),
    fr: ({ outlook, declaredOn, reason }, names) =>
      said([
        `Le ${names.date(declaredOn)}, l'engagement a été déclaré ${outlookWords[outlook].fr}`,
        whyFr(reason, names),
      ]),
  },
} satisfies Partial<Sentences>;
