/**
 * The names in localStorage. Browsers hold what earlier releases stored under them: a name is not changed, and none is
 * used again for something else.
 */
export const STORAGE_NAMES = {
  /** What was typed on the Create page. */
  form: 'sf.create',
  /** Of each draft, followed by its id. */
  draft: 'sf.draft.',
  /** What the pictures show that were drawn on request. */
  drawnPictures: 'sf.drawn',
  /** Whether the editor shows compact cards. */
  compactCards: 'sf.compact',
  /** Of each video, followed by its id: what to do about pictures that were drawn offline. */
  redraw: 'sf.wish.',
} as const;
