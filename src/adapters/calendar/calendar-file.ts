import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Language } from '../../domain/text.js';
import type { DueItem } from '../../projections/due/due-item.js';
import { typesetFrench } from '../typeset-french.js';
import type { Words } from '../words.js';

/** What a calendar shows. */
export type CalendarContent = {
  readonly name: string;
  readonly items: readonly DueItem[];
  readonly words: Words;
  /** Instant the calendar is made at; it is no part of what it says. */
  readonly stamp: string;
};

const secondsPerDay = 86_400;
const product = '-//Jalon//Community safety and well-being plans//';

const done: Readonly<Record<Language, string>> = { en: 'Done', fr: 'Fait' };

/** "Milestone due: Terms signed", with what became of it in front. */
function summaryOf({ what, title, state }: DueItem, { language, text }: Words): string {
  const parts = [...(state === 'DONE' ? [done[language]] : []), what[language]];
  const about = title === null ? [] : [text(title).slice(0, 200)];
  if (language === 'en') return [...parts, ...about].join(': ');
  return typesetFrench([...parts, ...about].join(' : '));
}

/**
 * A calendar as RFC 5545 has it: one event for each due thing, all day on a civil date, so that
 * no time zone moves it. Its identifier stays, and its sequence rises with its record.
 */
export function calendarFile({ name, items, words, stamp }: CalendarContent): string {
  const { language, organization } = words;
  const calendar = ical({
    name,
    prodId: `${product}${language.toUpperCase()}`,
    method: ICalCalendarMethod.PUBLISH,
    ttl: secondsPerDay,
  });
  for (const item of items)
    calendar.createEvent({
      id: `${item.id}@jalon`,
      sequence: item.revision,
      stamp: new Date(stamp),
      start: new Date(`${item.dueOn}T00:00:00Z`),
      allDay: true,
      summary: summaryOf(item, words),
      description: item.organizations.map(organization).join('\n'),
      status: item.state === 'CANCELLED' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
      categories: [{ name: item.kind }],
    });
  return calendar.toString();
}
