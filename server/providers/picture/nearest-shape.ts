/** Of shapes such as "9:16" or "1024x1536" the one that is cut the least for a ratio of width to height. */
export function nearestShape(shapes: readonly string[], ratio: number): string {
  const off = (shape: string): number => {
    const [width = 1, height = 1] = shape.split(/[:x]/).map(Number);
    return Math.abs(Math.log(width / height / ratio));
  };
  return [...shapes].sort((a, b) => off(a) - off(b))[0] as string;
}
