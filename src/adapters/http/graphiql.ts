import type { FastifyInstance } from 'fastify';
import { ruruHTML } from 'ruru/server';
import { getStaticFile } from 'ruru/static';
import { editorPagePolicy } from './content-security-policy.js';
import { HttpProblem } from './http-problem.js';
import { serveText } from './static-text.js';

const staticPath = '/graphiql/static/';

/** Serves GraphiQL from the files of the package: it needs no other server than this one. */
export function serveGraphiql(app: FastifyInstance): void {
  const html = ruruHTML({
    endpoint: '/graphql',
    staticPath,
    htmlParts: { titleTag: '<title>Jalon · GraphiQL</title>' },
  });
  serveText(app, '/graphiql', {
    contentType: 'text/html; charset=utf-8',
    text: html,
    headers: { 'content-security-policy': editorPagePolicy(html) },
  });
  app.get(`${staticPath}*`, async (request, reply) => {
    const file = await getStaticFile({
      staticPath,
      urlPath: request.url,
      acceptEncoding: request.headers['accept-encoding'],
      disallowDevAssets: true,
    });
    if (file === null) throw new HttpProblem('path-unknown');
    void reply.headers({ ...file.headers, 'cache-control': 'no-cache', vary: 'accept-encoding' });
    if (request.headers['if-none-match'] === file.headers['etag']) return reply.code(304).send();
    return reply.send(file.content);
  });
}
