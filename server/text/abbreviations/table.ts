/**
 * Abbreviations of one language by what follows them: entries "written=spoken" with a bar between them. A key that is
 * not there has no entries.
 */
export interface Table {
  /** Before a name: "Dr. Lee". */
  readonly name?: string;
  /** Before a number: "No. 5", "p. 12". */
  readonly number?: string;
  /** Before more of the same sentence: "e.g. tea". */
  readonly more?: string;
  /** Wherever they stand, also at the end of a sentence: "etc.". */
  readonly anything?: string;
  /** As `anything`, but only behind a number: "5 min.". */
  readonly amount?: string;
}
