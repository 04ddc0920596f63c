import { ScriptInvalid } from '@shortfactory/core';

/**
 * Text of bytes: UTF-8, UTF-16 (by its mark, or by its zeros), else an encoding of before Unicode where that is certain,
 * whose name `encoding` tells a person.
 * @throws ScriptInvalid for any other encoding.
 */
export async function decodeText(bytes: Uint8Array): Promise<{ text: string; encoding?: string }> {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: decode(utf16, bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const { decodeLegacy } = await import('./decode-legacy.ts');
    const legacy = await decodeLegacy(bytes);
    if (legacy === undefined) {
      throw new ScriptInvalid(
        '',
        'is in an older encoding, and which one is not certain; save it as UTF-8 and try again',
      );
    }
    const encoding = `${legacy.encoding.shown}; save it as UTF-8 if letters are wrong`;
    return { text: legacy.text, encoding };
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 400);
  if (head.length < 8 || head.length % 2 !== 0) return undefined;
  const zeros = [0, 1].map(
    (offset) => head.filter((byte, index) => index % 2 === offset && byte === 0).length,
  );
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 4 && even === 0) return 'utf-16le';
  return even > head.length / 4 && odd === 0 ? 'utf-16be' : undefined;
}

function decode(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new ScriptInvalid('', `is damaged ${encoding.toUpperCase()} text; save it as UTF-8 and try again`);
  }
}
