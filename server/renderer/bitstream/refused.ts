/**
 * A stream, or a part of one, that is not of the form that skipped pictures are inserted into: another encoder's,
 * several slices a picture, a cut file. The ordinary way of encoding still works for it. `clause` is of ITU-T H.264.
 */
export class StreamRefused extends Error {
  readonly clause: string;
  constructor(what: string, clause: string) {
    super(`${what} (H.264, ${clause})`);
    this.name = 'StreamRefused';
    this.clause = clause;
  }
}
