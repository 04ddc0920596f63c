/**
 * What a text must look like, as a regular expression that the OpenAPI document shows: it says the same as the check
 * beside which it stands, and means the same to engines other than JavaScript's (no \d, \s or \w, whose sets differ).
 */

/** Every character but those controls that no text holds; tabs and line ends are text. */
const TEXT_CLASS = '[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]';
export const TEXT_PATTERN = `^${TEXT_CLASS}*$`;

/** What String.prototype.trim takes away. */
const BLANKS =
  '\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff';
/** Text with something to be seen in it. */
export const NOT_BLANK_PATTERN = `^${TEXT_CLASS}*[^\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f${BLANKS}]${TEXT_CLASS}*$`;

/**
 * Text with something in it that can be said: letters, numbers, signs with a name, and emoji by their main blocks, as few
 * engines know the classes of `isSpeakable`, which takes all emoji.
 */
export const SPEAKABLE_PATTERN = `^${TEXT_CLASS}*[\\p{L}\\p{N}%&+=@€$£¥₹°🌀-🏺🐀-🙏🚀-🛅]${TEXT_CLASS}*$`;

/** A language tag of BCP 47: language, and possibly script, region and one variant. Extensions mean nothing here. */
export const LANGUAGE_TAG =
  /^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))?$/;

export const UPLOAD_NAME = /^uploads\/[A-Za-z0-9_-]{22,80}$/;
