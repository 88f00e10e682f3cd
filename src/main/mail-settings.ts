import { z } from 'zod';
import { number, secretUrl, type Setting } from './setting.js';

const sender: Setting<string | undefined> = {
  kind: 'text',
  schema: z
    .string()
    .max(300)
    .regex(/^(?:[^<>\r\n]+ <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/),
  default: undefined,
  defaultText: '',
  rule: {
    en: 'an address such as jalon@example.org or Jalon <jalon@example.org>',
    fr: 'une adresse telle que jalon@example.org ou Jalon <jalon@example.org>',
  },
  meaning: { en: 'Whom mail comes from.', fr: 'Expéditeur des courriels.' },
};

/** Whether, how and when people are written to. */
export const mailSettings = {
  smtpUrl: secretUrl('JALON_SMTP_URL', ['smtp', 'smtps'], {
    en: 'SMTP server that sends mail, smtps://user:password@host; no mail is sent without it.',
    fr: 'Serveur SMTP d’envoi, smtps://nom:mot-de-passe@hôte; sans lui, aucun courriel ne part.',
  }),
  mailFrom: sender,
  mailDigestHour: number(
    7,
    {
      en: 'Hour in Toronto from which the daily digests of what is due are sent.',
      fr: 'Heure de Toronto à partir de laquelle part le rappel quotidien des échéances.',
    },
    { max: 23 },
  ),
} as const;
