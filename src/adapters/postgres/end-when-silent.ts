import type { Session } from './session.js';

/** Signs of life, and tries of the server to reach a machine, before either gives up. */
const triesMax = 5;

/**
 * Lets the server end a session, and free its locks, once its node says nothing for so long: it
 * is frozen or cut off, be it in a transaction. Sends signs of life until it is disposed of.
 * @param seconds a whole number
 * @param onAlive called when the server answered one; a session that is lost is told otherwise
 */
export async function endWhenSilent(
  { query }: Pick<Session, 'query'>,
  seconds: number,
  onAlive: () => void = () => undefined,
): Promise<Disposable> {
  await query(`SET idle_session_timeout = '${seconds}s';
    SET idle_in_transaction_session_timeout = '${seconds}s';
    SET tcp_keepalives_idle = ${seconds}; SET tcp_keepalives_interval = 1;
    SET tcp_keepalives_count = ${triesMax}`);
  const timer = setInterval(
    () => query('SELECT 1').then(onAlive, () => undefined),
    (seconds * 1_000) / triesMax,
  );
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
