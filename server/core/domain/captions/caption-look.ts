/**
 * How captions look, as plain data. The painter, the subtitle file for editing programs and the web UI read it here,
 * and it is part of every clip's address (see renderer/painter.ts). An em is the size of the type.
 */
export const CAPTION_LOOK = {
  /** As #RRGGBB. The spoken word stands in `onMark` on a block of `mark`; the others in `text` with an `outline`. */
  colours: { mark: '#FFC81E', onMark: '#12211C', text: '#FFFFFF', outline: '#12211C' },
  /** The block around the spoken word. */
  block: { sidesEm: 0.13, radiusEm: 0.08 },
  outlineEm: 1.7 / 10.8,
  spaceEm: 0.24,
  /** Between words that are written without a space: of one script, and of two. */
  unspacedEm: { words: 0.06, scripts: 0.16 },
  maxLines: 3,
  /** Axes of the typeface; faces without them ignore them. */
  axes: { wght: 700, wdth: 112 },
  /** An emoji's side and the width it takes in a line; `rise` is the share of its side above the baseline. */
  emoji: { sizeEm: 1.06, advanceEm: 1.16, rise: 0.84, shadowEm: 0.06 },
  /** The edge around a flag, which white shows against; its width in 32nds of the flag's side. */
  flagEdge: { colour: '#12211C', opacity: 0.35, width: 0.8 },
  /**
   * By aspect: the type and the widest line as shares of the frame's width, and what stays free below as a share of
   * its height (the apps cover it with their own buttons). Wider frames take less of their width.
   */
  sizes: {
    '9:16': { font: 0.108, line: 0.9, below: 0.15 },
    '1:1': { font: 0.085, line: 0.9, below: 0.07 },
    '16:9': { font: 0.042, line: 0.6, below: 0.07 },
  },
  /** In ems; writing systems with marks above and below need more than Latin. */
  lines: {
    latin: { lineHeight: 1.26, ascent: 0.9, descent: 0.32 },
    marked: { lineHeight: 1.5, ascent: 1.04, descent: 0.42 },
    ideographic: { lineHeight: 1.34, ascent: 0.97, descent: 0.24 },
  },
} as const;
