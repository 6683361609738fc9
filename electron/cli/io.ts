// What a command needs of the world around it. The process fills it in; a test hands in its own.

export interface CliIo {
  /** Results; nothing else goes here. */
  readonly out: (text: string) => void;
  /** Messages and progress. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Cells in a line of the terminal; undefined: not a terminal. */
  readonly columns: number | undefined;
  /** Standard input to its end, refused once it is longer than the limit. */
  readonly readInput: (limitBytes: number) => Promise<Uint8Array | 'tooLarge'>;
  /** Where the built page lies. */
  readonly pageFolder: string;
  /** Aborted when the person or the system asks the program to end; the reason is the exit code. */
  readonly ending: AbortSignal;
}
