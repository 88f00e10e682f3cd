import { textPagePolicy } from './content-security-policy.js';
import type { StaticText } from './static-text.js';

const links = (texts: readonly (readonly [address: string, text: string])[]): string =>
  texts.map(([address, text]) => `<li><a href="${address}">${text}</a></li>`).join('\n');

const english = links([
  ['/graphiql', 'GraphiQL: write a query and see the answer'],
  ['/schema.graphql', 'The schema of the API'],
  ['/readyz', 'Is Jalon ready?'],
]);
const french = links([
  ['/graphiql', 'GraphiQL : écrire une requête et voir la réponse'],
  ['/schema.graphql', "Le schéma de l'API"],
  ['/readyz', 'Jalon est-il prêt?'],
]);

const html = `<!doctype html>
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
${english}
</ul>
</section>
<section lang="fr" aria-labelledby="a-propos">
<h2 id="a-propos">Plans de sécurité et de bien-être dans les collectivités de l’Ontario</h2>
<p>Les plans en vigueur et les résultats des municipalités.
L’API est en GraphQL, à <code>/graphql</code>.</p>
<ul>
${french}
</ul>
</section>
</main>
</body>
</html>
`;

/** What a browser finds at the root: where to go, in both languages. */
export const startPage: StaticText = {
  contentType: 'text/html; charset=utf-8',
  text: html,
  headers: { 'content-security-policy': textPagePolicy(html) },
};
