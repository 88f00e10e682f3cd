import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { HttpProblem } from './http-problem.js';

const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i;

/** True when a content type says nothing of its character set, or says UTF-8. */
const isDeclaredUtf8 = (contentType: string | undefined): boolean => {
  const declared = charset.exec(contentType ?? '')?.[1];
  return declared === undefined || /^utf-?8$/i.test(declared);
};

/** Takes JSON in UTF-8 as the only kind of body; every other content type is refused. */
export function takeJsonOnly(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, body, done) => {
      if (!isDeclaredUtf8(request.headers['content-type']))
        done(new HttpProblem('content-type-unsupported'));
      else if (!isUtf8(body)) done(new HttpProblem('body-not-utf8'));
      else void parseJson(request, body.toString(), done);
    },
  );
}
