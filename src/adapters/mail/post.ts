import { createTransport } from 'nodemailer';
import type { Language } from '../../domain/text.js';

/** A message ready to go. */
export type Message = {
  /** The same for every repetition. */
  readonly id: string;
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
};

/**
 * How sending ended: REFUSED for good; LATER, this message was put off; UNREACHABLE, no message
 * can be sent just now. `detail` names a code and nothing of the message or the server's secrets.
 */
export type Posted =
  | { readonly outcome: 'SENT' }
  | { readonly outcome: 'REFUSED' | 'LATER' | 'UNREACHABLE'; readonly detail: string };

/** Sends messages over SMTP. */
export type Post = {
  send(message: Message): Promise<Posted>;
  close(): void;
};

/** Where to send, from whom, and how patient to be. */
export type PostOptions = {
  /** `smtp://` or `smtps://`, with user and password; never shown. */
  readonly url: string;
  readonly from: string;
  readonly patienceMs: number;
};

const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Passwords and letters go encrypted, except within one machine or where it is said otherwise. */
function securedUrl(given: string): string {
  const url = new URL(given);
  const isOpen = url.protocol === 'smtp:' && !loopback.test(url.hostname);
  if (isOpen && !url.searchParams.has('requireTLS')) url.searchParams.set('requireTLS', 'true');
  return url.href;
}

type Failure = { readonly code?: unknown; readonly responseCode?: unknown };

function failed(error: unknown): Posted {
  const { code, responseCode } = error as Failure;
  const detail = [code, responseCode].filter((each) => each !== undefined).join(' ');
  if (code === 'EAUTH' || typeof responseCode !== 'number')
    return { outcome: 'UNREACHABLE', detail: detail || 'ERROR' };
  return { outcome: responseCode >= 500 ? 'REFUSED' : 'LATER', detail };
}

/** Opens the way to an SMTP server; nothing is sent before the first message. */
export function openPost({ url, from, patienceMs }: PostOptions): Post {
  const transport = createTransport({
    url: securedUrl(url),
    pool: true,
    maxConnections: 1,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^\s@>]+)>?$/.exec(from)?.[1] ?? 'jalon.invalid';
  return {
    async send({ id, to, language, subject, text }) {
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          from,
          to: { name: '', address: to },
          subject,
          text,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
        });
        return { outcome: 'SENT' };
      } catch (error) {
        return failed(error);
      }
    },
    close: () => transport.close(),
  };
}
