/**
 * Regular expressions of texts for the OpenAPI document: each is equal to the check beside it, and means the same in
 * engines other than JavaScript's (no \d, \s or \w, whose sets differ).
 */

/** Every character except control characters; tabs and line ends are allowed. */
const TEXT_CLASS = '[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]';
export const TEXT_PATTERN = `^${TEXT_CLASS}*$`;

/** The characters that String.prototype.trim removes. */
const BLANKS =
  '\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff';
/** Text with at least one visible character. */
export const NOT_BLANK_PATTERN = `^${TEXT_CLASS}*[^\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f${BLANKS}]${TEXT_CLASS}*$`;

/**
 * Text with at least one speakable character: letters, numbers, signs with a name, and emoji by their main blocks, as
 * few engines support the classes of `isSpeakable`, which accepts all emoji.
 */
export const SPEAKABLE_PATTERN = `^${TEXT_CLASS}*[\\p{L}\\p{N}%&+=@€$£¥₹°🌀-🏺🐀-🙏🚀-🛅]${TEXT_CLASS}*$`;

/** A language tag of BCP 47: language, and possibly script, region and one variant. Extensions mean nothing here. */
export const LANGUAGE_TAG =
  /^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))?$/;

export const VOICE_ID = /^[A-Za-z0-9_:-]{1,80}$/;

/** An address of a receiver; whether it can be told is found out beyond. */
export const RECEIVER_URL = /^https?:\/\/[^\u0000-\u0020\u007f-\u009f]+$/;

export const WEBHOOK_SECRET = /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/;

export const UPLOAD_NAME = /^uploads\/[A-Za-z0-9_-]{22,80}$/;

/** A photo or clip at its source, as GET /api/footage names it. */
export const FOOTAGE_ID = /^(photo|clip)-[0-9a-f-]{1,40}$/;

export const VIDEO_NAME = /^[A-Za-z0-9_-]{16,64}$/;

/** `<video>.<hash>`. */
export const PUBLICATION_ID = /^[A-Za-z0-9_-]{16,64}\.[0-9a-f]{32}$/;

/** Where a browser may come back to with a code. */
export const LOOPBACK_OR_HTTPS =
  /^(https:\/\/[A-Za-z0-9.:[\]-]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?)(\/[A-Za-z0-9._~/-]*)?$/;
