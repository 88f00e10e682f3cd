const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether what is read from an address can be trusted to come from there: https, or plain http
 * on this machine.
 */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
}
