/** Makes something when it is first asked for, and the same from then on. */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly as: Made } | undefined;
  return () => (made ??= { as: make() }).as;
}
