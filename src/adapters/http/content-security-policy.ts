import { hash } from 'node:crypto';

const inline = (html: string, tag: 'script' | 'style'): readonly string[] =>
  [...html.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([^]*?)</${tag}>`, 'g'))]
    .map(([, text = '']) => text)
    .filter((text) => text !== '')
    .map((text) => `'sha256-${hash('sha256', text, 'base64')}'`);

const policy = (directives: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries({
    'default-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    ...directives,
  })
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');

/** A page that is nothing but text: its own inline style and not one other thing. */
export const textPagePolicy = (html: string): string =>
  policy({ 'style-src': inline(html, 'style') });

/**
 * GraphiQL: scripts of this server and the page's own, each by its hash; it talks to this
 * server only. Its editor writes style elements as it goes, so styles are not hashed.
 */
export const editorPagePolicy = (html: string): string =>
  policy({
    'script-src': ["'self'", ...inline(html, 'script')],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
  });
