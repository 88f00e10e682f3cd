import { hash } from 'node:crypto';
import { compress, type ContentCoding } from './content-coding.js';

/** A finished answer of a query, which never changes. */
export type Answer = {
  readonly body: Buffer;
  /** SHA-256 of the body, base64url: the part that the entity tags of all codings share. */
  readonly digest: string;
  /** Name of the operation, for the log. */
  readonly operation: string | null;
  /** The body in a coding; made once, at once when it was made before. */
  encoded(coding: ContentCoding): Buffer | Promise<Buffer>;
};

/** Makes an answer of the JSON that the API wrote. */
export function answerOf(json: string, operation: string | null): Answer {
  const body = Buffer.from(json);
  const made = new Map<ContentCoding, Buffer | Promise<Buffer>>([['identity', body]]);
  return {
    body,
    digest: hash('sha256', body, 'base64url'),
    operation,
    encoded(coding) {
      const before = made.get(coding);
      if (before !== undefined || coding === 'identity') return before ?? body;
      const making = compress(body, coding).then((bytes) => {
        made.set(coding, bytes);
        return bytes;
      });
      made.set(coding, making);
      making.catch(() => made.delete(coding));
      return making;
    },
  };
}

/** Strong entity tag of an answer in a coding: other bytes, other tag (RFC 9110, 8.8.3). */
export const entityTag = ({ digest }: Answer, coding: ContentCoding): string =>
  coding === 'identity' ? `"${digest}"` : `"${digest}-${coding}"`;

/** True when If-None-Match names the answer, in whichever coding the client has it. */
export const isKnown = ({ digest }: Answer, ifNoneMatch: string | undefined): boolean =>
  ifNoneMatch !== undefined && (ifNoneMatch === '*' || ifNoneMatch.includes(`"${digest}`));
