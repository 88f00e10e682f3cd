import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languages, type Language } from '../../domain/text.js';
import type { Calendar, CalendarSubject } from '../calendar/open-calendar.js';
import type { Gate } from './gate.js';
import { HttpProblem } from './http-problem.js';
import { preferredLanguage } from './language.js';

const ending = '.ics';

/** Language asked for in the address, which calendar programs keep, or by the header. */
function languageOf({ query, headers }: FastifyRequest): Language {
  const { lang } = query as { readonly lang?: unknown };
  return languages.find((each) => each === lang) ?? preferredLanguage(headers['accept-language']);
}

/** What is known by the tag the client has, in any of the forms of If-None-Match. */
const isKnown = (given: string | undefined, tag: string): boolean =>
  given !== undefined && (given === '*' || given.includes(tag.replace('W/', '')));

/** Serves calendars of what is due to everybody, within the limits of operations. */
export function calendarRoutes(app: FastifyInstance, calendar: Calendar, gate: Gate): void {
  const serve =
    (subjectOf: (name: string) => CalendarSubject) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const { file } = request.params as { readonly file: string };
      if (!file.endsWith(ending)) throw new HttpProblem('path-unknown');
      const subject = subjectOf(file.slice(0, -ending.length));
      const language = languageOf(request);
      const answer = await gate.pass(() => calendar.read(subject, language));
      if (answer === undefined) throw new HttpProblem('calendar-unknown');
      const etag = `W/"${answer.digest}"`;
      void reply.headers({
        'content-type': 'text/calendar; charset=utf-8',
        'content-language': language,
        // Consent may be withdrawn at any moment, so nobody keeps it without asking.
        'cache-control': 'no-cache',
        vary: 'accept-language, origin',
        etag,
      });
      if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send();
      return reply.send(answer.text);
    };
  app.get(
    '/calendar/:file',
    serve((code) => ({ kind: 'organization', code })),
  );
  app.get(
    '/calendar/plan/:file',
    serve((id) => ({ kind: 'plan', id })),
  );
}
