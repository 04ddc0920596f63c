/**
 * The words by which a topic shows what it is, in one language: lower case, separated by commas, a phrase with its
 * spaces, `*` for any ending.
 */
export interface KindWords {
  /** Two to ten, in order; forms of one number with `/` between them. */
  readonly numbers: string;
  /** What is counted in a list: "tips", "reasons". */
  readonly items: string;
  /** What stands between a number and what is counted where that may be anything: "5 best …". */
  readonly best: string;
  /** What is counted and is no list: "5 minutes", "10 years". */
  readonly measures: string;
  readonly howTo: string;
  readonly story: string;
  readonly news: string;
  readonly ad: string;
  readonly quiz: string;
}
