import { CommandFailed, type AskAnswer, type AskOrder } from '../adapters/cli/cli-actions.js';
import type { Configuration } from './configuration.js';

const unreachable = (url: string): CommandFailed =>
  new CommandFailed({
    en: `No hub answers at ${url}. Start one with jalon start, or name another with --url.`,
    fr: `Rien ne répond à ${url}. Lancez jalon start, ou donnez une autre adresse par --url.`,
  });

/** Sends an operation to a running hub: the one this configuration starts unless told otherwise. */
export async function ask(
  { host, port }: Configuration,
  { query, variables, language, url, token, role, actingFor }: AskOrder,
): Promise<AskAnswer> {
  const local = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const hub = url ?? `http://${local.includes(':') ? `[${local}]` : local}:${port}`;
  const request = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'accept-language': language,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(role !== undefined && { 'jalon-role': role }),
      ...(actingFor !== undefined && { 'jalon-acting-for': actingFor }),
    },
    body: JSON.stringify({ query, variables }),
  };
  try {
    const response = await fetch(`${hub.replace(/\/$/, '')}/graphql`, request);
    return (await response.json()) as AskAnswer;
  } catch {
    throw unreachable(hub);
  }
}
