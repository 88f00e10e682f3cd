/** The part of autocannon that the bench uses; the package ships no types. */
declare module 'autocannon' {
  type Options = {
    readonly url: string;
    readonly method: 'POST';
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration: number;
  };
  type Result = {
    /** Seconds, measured. */
    readonly duration: number;
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
    readonly '2xx': number;
  };
  export default function autocannon(options: Options): Promise<Result>;
}
