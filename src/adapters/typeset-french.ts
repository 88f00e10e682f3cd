/** French sets no-break spaces inside its quotation marks and before a colon or a percent sign. */
export const typesetFrench = (text: string): string =>
  text.replace(/« | (?=[:»%?;])/g, (space) => space.replace(' ', '\u00a0'));
