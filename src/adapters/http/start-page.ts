import { textPagePolicy } from './content-security-policy.js';
import type { StaticText } from './static-text.js';

type Link = readonly [address: string, english: string, french: string];

const graphiqlLink: Link = [
  '/graphiql',
  'GraphiQL: write a query and see the answer',
  'GraphiQL : écrire une requête et voir la réponse',
];
const schemaLink: Link = ['/schema.graphql', 'The schema of the API', 'Le schéma de l’API'];

const item = (address: string, text: string): string => `<li><a href="${address}">${text}</a></li>`;

const html = (links: readonly Link[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Jalon</title>
<style>
body { font: 1.125rem/1.5 sans-serif; color: #1a1a1a; background: #fff; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
section { margin-top: 2rem; }
a { color: #0058a3; }
a:focus-visible { outline: 3px solid #0058a3; outline-offset: 2px; }
</style>
</head>
<body>
<header><h1>Jalon</h1></header>
<main>
<section lang="en" aria-labelledby="about">
<h2 id="about">Community safety and well-being plans of Ontario</h2>
<p>The current plans and outcomes of municipalities.
The API is GraphQL, at <code>/graphql</code>.</p>
<ul>
${links.map(([address, english]) => item(address, english)).join('\n')}
</ul>
</section>
<section lang="fr" aria-labelledby="a-propos">
<h2 id="a-propos">Plans de sécurité et de bien-être dans les collectivités de l’Ontario</h2>
<p>Les plans en vigueur et les résultats des municipalités.
L’API est en GraphQL, à <code>/graphql</code>.</p>
<ul>
${links.map(([address, , french]) => item(address, french)).join('\n')}
</ul>
</section>
</main>
</body>
</html>
`;

/** What a browser finds at the root: where to go, in both languages. */
export function startPage(hasGraphiql: boolean): StaticText {
  const text = html(hasGraphiql ? [graphiqlLink, schemaLink] : [schemaLink]);
  return {
    contentType: 'text/html; charset=utf-8',
    text,
    headers: { 'content-security-policy': textPagePolicy(text) },
  };
}
