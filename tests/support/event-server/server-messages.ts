import type { SelfSigned } from '../self-signed.js';
import type { Faults } from './faults.js';

/** What the server's process is started with, as JSON. */
export type ServerArguments = {
  /** File of the journal; what is in it already is served. */
  readonly journal: string;
  /** One for each member; 0 takes a free port. */
  readonly ports: readonly number[];
  /** Empty for a server that is too old to tell. */
  readonly version: string;
  /** Largest append, in bytes. */
  readonly maxAppendSize: number;
  /** What it shows who it is with; without it nothing is encrypted. */
  readonly certificate?: SelfSigned;
  /** Passwords by user. A call of anybody else is refused; without them everybody is served. */
  readonly users?: Readonly<Record<string, string>>;
};

/** An order to the server's process; each is answered. */
export type Order =
  | { readonly order: 'fail'; readonly faults: Partial<Faults> }
  | { readonly order: 'look' }
  | { readonly order: 'freeze'; readonly isFrozen: boolean }
  | { readonly order: 'cut' }
  | { readonly order: 'kill-leader' }
  | { readonly order: 'elect'; readonly member: number };

/** What the process says: first its ports, then how it stands after each order. */
export type Report =
  | { readonly ports: readonly number[] }
  | {
      readonly faults: Faults;
      readonly events: number;
      /** Events sent to each subscription, in the order in which they began. */
      readonly sent: readonly number[];
    };
