/** The command cannot go on; the message says why and what would work. 1: errors in the data; 2: wrong usage. */
export class Failure extends Error {
  readonly exitCode: 1 | 2;

  constructor(exitCode: 1 | 2, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}
