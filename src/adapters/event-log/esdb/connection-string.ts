import { readFileSync } from 'node:fs';
import type { ChannelCredentialOptions, EndPoint } from '@eventstore/db-client';
import { EventLogUnavailable } from '../../../domain/event-log.js';

/** Where the cluster is and how to show who we are. Holds a password: never log it. */
export type ClusterAddress = {
  /** Hosts and ports, without anything secret: for messages. */
  readonly shown: string;
  readonly endpoints: readonly [EndPoint, ...EndPoint[]];
  /** True when the one host is a name behind which the members are to be found. */
  readonly byName: boolean;
  readonly options: Readonly<Record<string, number | string>>;
  readonly channel: ChannelCredentialOptions;
  readonly credentials?: { readonly username: string; readonly password: string };
};

const pattern = /^esdb(\+discover)?:\/\/(?:([^:@/?]+):([^@/?]*)@)?([^/?@]+)\/?(?:\?(.*))?$/;
const hostPattern = /^([A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\])(?::(\d{1,5}))?$/;
const defaultPort = 2_113;

// Whole numbers of the client's own options; the last is the only one that is a word.
const numeric = new Map(
  [
    'maxDiscoverAttempts',
    'discoveryInterval',
    'gossipTimeout',
    'defaultDeadline',
    'keepAliveInterval',
    'keepAliveTimeout',
  ].map((name) => [name.toLowerCase(), name]),
);
const preferences = ['leader', 'follower', 'random', 'read_only_replica'];
const files = {
  tlscafile: 'rootCertificate',
  usercertfile: 'userCertFile',
  userkeyfile: 'userKeyFile',
};

const known = [
  'tls',
  'tlsCAFile',
  'userCertFile',
  'userKeyFile',
  'nodePreference',
  ...numeric.values(),
];

/** Refuses in both languages, never with the text itself: any part may be one of a password. */
function refuse(en: string, fr: string): never {
  throw new EventLogUnavailable({ en: `ESDB_URL ${en}`, fr: `ESDB_URL ${fr}` });
}

function endpoint(host: string): EndPoint {
  const [, address, port = defaultPort] = hostPattern.exec(host.trim()) ?? [];
  if (address === undefined || Number(port) > 65_535 || Number(port) === 0)
    return refuse(
      'must name hosts as host:port, separated by commas.',
      'doit nommer des hôtes comme hôte:port, séparés par des virgules.',
    );
  return { address, port: Number(port) };
}

function fileContent(option: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return refuse(
      `names a file in ${option} that cannot be read.`,
      `nomme dans ${option} un fichier qui ne peut pas être lu.`,
    );
  }
}

function optionsOf(query: URLSearchParams): ClusterAddress['options'] {
  const options: Record<string, number | string> = {};
  for (const [key, value] of query) {
    const name = key.toLowerCase();
    const number = numeric.get(name);
    if (number !== undefined) {
      if (!/^-?\d{1,9}$/.test(value))
        refuse(
          `has an option ${number} that is no whole number.`,
          `a une option ${number} qui n’est pas un nombre entier.`,
        );
      options[number] = Number(value);
    } else if (name === 'nodepreference') {
      if (!preferences.includes(value))
        refuse(
          `has a nodePreference not of ${preferences}.`,
          `a une option nodePreference hors de ${preferences}.`,
        );
      options['nodePreference'] = value;
    } else if (name === 'tlsverifycert')
      // The client would accept it and verify all the same.
      refuse(
        'has the option tlsVerifyCert, which has no effect; use tlsCAFile.',
        'a l’option tlsVerifyCert, qui est sans effet; utilisez tlsCAFile.',
      );
    else if (name !== 'tls' && !(name in files))
      refuse(
        `has an option that is not known. Known are ${known.join(', ')}.`,
        `a une option inconnue. Sont connues ${known.join(', ')}.`,
      );
  }
  return options;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return refuse(
      'has a % in its user or password that encodes nothing; write it as %25.',
      'a dans l’utilisateur ou le mot de passe un % qui ne code rien; écrivez-le %25.',
    );
  }
}

function channelOf(query: URLSearchParams): ChannelCredentialOptions {
  const tls = query.get('tls') ?? 'true';
  if (tls !== 'true' && tls !== 'false')
    refuse(
      'has an option tls that is not true or false.',
      'a une option tls qui n’est ni true ni false.',
    );
  const channel: Record<string, Buffer> = {};
  for (const [key, path] of query) {
    const field = files[key.toLowerCase() as keyof typeof files];
    if (field !== undefined) channel[field] = fileContent(key, path);
  }
  if ('userCertFile' in channel !== 'userKeyFile' in channel)
    refuse(
      'must have both userCertFile and userKeyFile, or neither.',
      'doit avoir userCertFile et userKeyFile, ou aucune des deux.',
    );
  return { insecure: tls === 'false', ...channel };
}

/**
 * Reads a connection string, `esdb://user:password@host:port,host:port?option=value`. The
 * client's own reader would write it to the console, password included, when it is odd.
 * @throws EventLogUnavailable saying what is wrong with it, never what it holds
 */
export function clusterAddress(connectionString: string): ClusterAddress {
  const [, discover, user, password, hosts = '', query] =
    pattern.exec(connectionString.trim()) ??
    refuse(
      'must be like esdb://user:password@host:2113,host:2113?tls=true.',
      'doit être comme esdb://user:password@host:2113,host:2113?tls=true.',
    );
  const parameters = new URLSearchParams(query);
  const [first, ...others] = hosts.split(',').map(endpoint);
  if (first === undefined) return refuse('names no host.', 'ne nomme aucun hôte.');
  const channel = channelOf(parameters);
  // The client would drop them without a word.
  if (user !== undefined && channel.insecure)
    refuse(
      'has a user and a password but tls=false, over which they are not sent.',
      'a un utilisateur et un mot de passe, mais tls=false, avec quoi ils ne sont pas envoyés.',
    );
  const endpoints = [first, ...others] as const;
  return {
    shown: endpoints.map(({ address, port }) => `${address}:${port}`).join(', '),
    endpoints,
    byName: discover !== undefined,
    options: optionsOf(parameters),
    channel,
    ...(user !== undefined && {
      credentials: { username: decoded(user), password: decoded(password ?? '') },
    }),
  };
}
