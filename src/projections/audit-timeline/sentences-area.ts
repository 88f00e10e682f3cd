import type { EventData } from '../../domain/catalogue.js';
import type { AreaKind } from '../../domain/area/events.js';
import { english, french, type Names, type Sentences } from './sentence.js';

const kinds: Record<AreaKind, { readonly en: string; readonly fr: string }> = {
  POLICE_SERVICE: { en: "a police service's area", fr: "le territoire d'un service de police" },
  HEALTH_UNIT: { en: "a health unit's area", fr: "le territoire d'un bureau de santé" },
  SCHOOL_BOARD: { en: "a school board's area", fr: "le territoire d'un conseil scolaire" },
  SERVICE_MANAGER: {
    en: "a service manager's area",
    fr: "le territoire d'un gestionnaire de services",
  },
  JOINT_SERVICE: { en: 'the area of a joint service', fr: "le territoire d'un service commun" },
  OTHER: { en: 'a reporting area', fr: 'un territoire de déclaration' },
};

type Boundaries = Pick<EventData<'AreaDefined'>, 'members' | 'crosses'>;

function membersEn({ members, crosses }: Boundaries, { organization }: Names): string {
  const whole = english.list(members.map(organization));
  const parts = crosses.length === 0 ? '' : `parts of ${english.list(crosses.map(organization))}`;
  return [whole, parts].filter((text) => text !== '').join(' and ');
}

function membersFr({ members, crosses }: Boundaries, { organization }: Names): string {
  const whole = french.list(members.map(organization));
  const parts =
    crosses.length === 0 ? '' : `des parties de ${french.list(crosses.map(organization))}`;
  return [whole, parts].filter((text) => text !== '').join(' et ');
}

/** What happened to a reporting area, in words. */
export const areaSentences = {
  AreaDefined: {
    en: (data, names) =>
      `${english.label(data.name)}, ${kinds[data.kind].en}, takes in ${membersEn(data, names)} ` +
      `from ${names.date(data.from)}.`,
    fr: (data, names) =>
      `${french.label(data.name)}, ${kinds[data.kind].fr}, comprend ${membersFr(data, names)} ` +
      `à compter du ${names.date(data.from)}.`,
  },
  AreaRedrawn: {
    en: (data, names) =>
      `From ${names.date(data.from)}, the area takes in ${membersEn(data, names)}; ` +
      `${english.reason(data.reason, names)}.`,
    fr: (data, names) =>
      `À compter du ${names.date(data.from)}, le territoire comprend ${membersFr(data, names)}; ` +
      `${french.reason(data.reason, names)}.`,
  },
  AreaEnded: {
    en({ endedOn, successor, reason }, names) {
      const after = successor === undefined ? '' : ` and ${names.area(successor)} took its place`;
      return `On ${names.date(endedOn)}, the area ended${after}; ${english.reason(reason, names)}.`;
    },
    fr({ endedOn, successor, reason }, names) {
      const after = successor === undefined ? '' : ` et ${names.area(successor)} lui a succédé`;
      const when = names.date(endedOn);
      return `Le ${when}, le territoire a pris fin${after}; ${french.reason(reason, names)}.`;
    },
  },
} satisfies Partial<Sentences>;
