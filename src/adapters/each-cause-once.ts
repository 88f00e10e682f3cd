/** Tells of a failure that lasts, once for each cause; of the same one again after it passed. */
export function eachCauseOnce(tell: (cause: Error) => void): (failure?: Error) => void {
  let told: string | undefined;
  return (failure) => {
    if (failure !== undefined && failure.message !== told) tell(failure);
    told = failure?.message;
  };
}
