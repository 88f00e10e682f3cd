/**
 * A text to look for. PostgreSQL takes no U+0000; what is kept holds no control character, so
 * another one finds as little and has the same place in every order.
 */
export const soughtText = (text: string): string => text.replaceAll('\0', '\u0001');
