import { randomUUID } from 'node:crypto';

const acceptable = /^[\w.:-]{8,64}$/;

/** The caller's own `x-request-id` where it is fit for logs and events, else a new one. */
export const correlationId = (header: string | string[] | undefined): string =>
  typeof header === 'string' && acceptable.test(header) ? header : randomUUID();
