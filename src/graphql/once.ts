/**
 * Makes something when it is first asked for, and gives the same from then on. What a compiled
 * operation reads deep inside an object it reads from the top each time.
 */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly as: Made } | undefined;
  return () => (made ??= { as: make() }).as;
}
