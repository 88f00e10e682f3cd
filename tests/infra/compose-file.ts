/** A folder or volume of a service, in the short or the long form. */
export type Mount = string | { type: string; source: string; target: string };

/** Where in a container a mount is. */
export const targetOf = (mount: Mount): string =>
  typeof mount === 'string' ? (mount.split(':')[1] ?? '') : mount.target;

/** A service of a compose file; what a mistake may have left out is optional. */
export type Service = {
  image?: string;
  user?: string;
  read_only?: boolean;
  privileged?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  mem_limit?: string;
  cpus?: number;
  logging?: { options?: Record<string, string> };
  command?: string[];
  restart?: string;
  profiles?: string[];
  ports?: string[];
  stop_grace_period?: string;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  environment?: Record<string, string>;
  volumes?: Mount[];
  networks?: string[];
  tmpfs?: string[];
};

/** A compose file. */
export type ComposeFile = {
  services: Record<string, Service>;
  volumes: Record<string, object>;
  networks: Record<string, { internal?: boolean }>;
};

/** What a service is started with; blanks get a word, and what may be empty is. */
export const environmentOf = ({ environment = {} }: Service): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value.replaceAll(/\$\{\w+:([-?])[^}]*\}/g, (_, sign) => (sign === '-' ? '' : 'x')),
    ]),
  );

const fixedPorts: Record<string, string> = { postgres: '5432', probes: '9115', prometheus: '9090' };

/** The port on which a service listens; undefined when nobody knows. */
export function listeningPort(
  { services }: ComposeFile,
  name: string,
  haproxy: string,
): string | undefined {
  const service = services[name];
  if (service === undefined) return undefined;
  if (name === 'proxy') return /^ +bind :(\d+) ssl /m.exec(haproxy)?.[1];
  const { JALON_PORT, EVENTSTORE_NODE_PORT } = environmentOf(service);
  return JALON_PORT ?? EVENTSTORE_NODE_PORT ?? fixedPorts[name];
}
