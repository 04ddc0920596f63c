import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PREFIX = 'sfk_';
/** 190 random bits. */
const SECRET_CHARS = 32;
/** 32 bits. */
const CHECKSUM_CHARS = 6;
/** A visitor's token that happens to begin like a key has this length. */
const VISITOR_TOKEN_CHARS = 43;
const SHOWN_CHARS = 8;

/**
 * A key as scanners of code find it: prefix, secret, owner hash, and a checksum over all of it, so that a scanner can
 * tell a key from what only looks like one. Documented in docs/SIGN-IN.md.
 */
export const KEY_TEXT = /^sfk_[0-9A-Za-z]{32}([0-9a-f]{40})([0-9A-Za-z]{6})$/;

/** A new key. Whose it is stands in it, so that finding it is one read. */
export function newKeyText(ownerHash: string): string {
  const secret = Array.from({ length: SECRET_CHARS }, () => DIGITS[randomInt(DIGITS.length)]).join('');
  const text = `${PREFIX}${secret}${ownerHash}`;
  return text + checksumOf(text);
}

/** Whether somebody meant this as a key, whole or not. */
export function isKeyLike(text: string): boolean {
  return text.startsWith(PREFIX) && text.length !== VISITOR_TOKEN_CHARS;
}

/** The hash of the owner of a key; undefined for what is none, or was not copied whole. */
export function ownerHashOf(text: string): string | undefined {
  const [, ownerHash, checksum] = KEY_TEXT.exec(text) ?? [];
  return checksum === checksumOf(text.slice(0, -CHECKSUM_CHARS)) ? ownerHash : undefined;
}

/** What may be shown of a key: its first eight characters. */
export function shownPart(text: string): string {
  return text.slice(0, SHOWN_CHARS);
}

/** CRC-32 in base 62, the highest digit first. */
function checksumOf(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (let i = 0; i < CHECKSUM_CHARS; i++) {
    digits = `${DIGITS[rest % DIGITS.length]}${digits}`;
    rest = Math.floor(rest / DIGITS.length);
  }
  return digits;
}
