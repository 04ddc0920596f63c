/**
 * The words by which scripts of one language are marked up. Each list is text, its entries parted by commas, in lower
 * case; a hyphen, a space and nothing are the same in it. The lists of all languages are used together, because people
 * and models put English labels on scripts of every language.
 */
export interface ScriptWords {
  /** Parts of a script that are numbered: "Scene 1". Alone on a line, or with a number, a time or a colon. */
  readonly numbered: string;
  /** Parts of a script that have a name: "Hook". */
  readonly part: string;
  /** What says in brackets that a script begins or ends; without them it may be said. */
  readonly end: string;
  /** What follows is spoken: "Voiceover". */
  readonly speech: string;
  /** What follows is what the picture shows: "B-roll". */
  readonly visual: string;
  /** What follows is written on the picture: "On-screen text". */
  readonly screen: string;
  /** What follows is heard and not said: "Music". In brackets one of these words makes a direction of the rest. */
  readonly sound: string;
  /** Spoken, or on the picture where the script has labels for what is spoken. */
  readonly text: string;
  readonly hashtags: string;
  readonly title: string;
  /** Text that goes with the posted video. */
  readonly description: string;
  /** Facts about the video for its maker: "Duration". */
  readonly about: string;
  /** Units of time after a number, as in "0-5 sec". */
  readonly seconds: string;
  /** Numbers in words that follow a numbered part: "Scene one". */
  readonly numbers: string;
  /** What a chat model says before its work: "here's", where one of `work` stands in the same paragraph. */
  readonly here: string;
  readonly work: string;
  /** How a chat model's last question begins: "want me to". */
  readonly offer: string;
  /** Sentences that only lead to an address: "read more". */
  readonly pointer: string;
  /** Words that cannot stand last in a clause, before an address that is left out: "at". */
  readonly before: string;
  /** Before a line-end hyphen: words that keep their hyphen, as in "well-known". */
  readonly keepsHyphen: string;
  /** After a line-end hyphen: words before which it is no hyphenation, as in "Vor- und Nachteile". */
  readonly afterHyphen: string;
}
