/** Frames with something in them that moves apart from the camera, from `fromFrame` up to `toFrame`. */
interface Span {
  readonly fromFrame: number;
  readonly toFrame: number;
}

/** What decides which frames of a clip are coded. */
export interface AnchorRules {
  /** The most frames from one anchor to the next. */
  readonly gap: number;
  /** Anchors at the clip's end: a decoder gives up the last picture when a skipped one stands before the next IDR. */
  readonly tail: number;
}

/**
 * The frames of a clip that are painted and coded, in order; between them the decoder moves the camera by itself. Both
 * ends of every run in which the same captions stand, every frame of a transition and of the clip's tail, and within
 * runs none further from the next than the rules' gap, evenly spread.
 */
export function chooseAnchors(
  { fromFrame, toFrame }: Span,
  transitionFrames: number,
  captions: readonly Span[],
  { gap, tail }: AnchorRules,
): number[] {
  const starts = new Set([fromFrame]);
  const begin = (frame: number): void => {
    if (frame > fromFrame && frame < toFrame) starts.add(frame);
  };
  for (const caption of captions) [caption.fromFrame, caption.toFrame].forEach(begin);
  for (let frame = fromFrame; frame <= transitionFrames; frame++) begin(frame);
  for (let frame = toFrame - tail; frame < toFrame; frame++) begin(frame);
  const runs = [...starts].sort((a, b) => a - b);
  return runs.flatMap((first, i) => spread(first, (runs[i + 1] ?? toFrame) - 1, gap));
}

/** From the first to the last, both included. */
function spread(first: number, last: number, gap: number): number[] {
  const steps = Math.ceil((last - first) / gap);
  return Array.from({ length: steps + 1 }, (_, step) =>
    steps === 0 ? first : Math.round(first + ((last - first) * step) / steps),
  );
}
