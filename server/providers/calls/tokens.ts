/** More than the largest context of any model holds. */
const MOST_TOKENS = 10_000_000;

/** Whether a stated value is a valid count of tokens. */
export function isTokenCount(count: unknown): count is number {
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= MOST_TOKENS;
}

/** About four Latin letters a token, and fewer of other scripts: a token is three bytes at the least. */
export function tokensOf(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / 3);
}
