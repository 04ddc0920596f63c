import { reader, type Reader } from '../reading.ts';
import { beside, type Speaker } from '../speaker.ts';

const DOMAIN = String.raw`(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:com|org|net|edu|gov|io|ai|app|dev|tv|me|co|info|biz|shop|store|blog|xyz|eu|de|fr|es|it|uk|us|ca|au|in|jp|cn|ru|pl|nl|br|mx|ch|at|se|no|dk|fi|be|pt|gr|tr|ua|kr|cz|hu|ro|ie|nz|za|ar|cl|il|id|vn|th)`;

/** "john.doe@example.com" → "john dot doe at example dot com". */
const mail: Reader = reader(
  () =>
    new RegExp(
      String.raw`(?:mailto:)?(?<![\p{L}\p{N}])([\p{L}\p{N}][\p{L}\p{N}._+-]*)@(${DOMAIN})(?![\p{L}\p{N}])`,
      'giu',
    ),
  ([, user = '', domain = ''], speaker) =>
    beside(speaker, dotted(user, speaker), speaker.phrases?.at ?? '', dotted(domain, speaker)),
);

/** "https://www.example.com/shop?x=1" → "example dot com slash shop": what a listener could type. */
const web: Reader = reader(
  () =>
    new RegExp(
      String.raw`(?<![\p{L}\p{N}@.])(?:https?://)?(?:www\.)?(${DOMAIN})(?![\p{L}\p{N}-]|\.\p{L})(?:/([\p{L}\p{N}_-]*))?[^\s,;!"”»)]*?(?=[.,;:!?"”»)]*(?:\s|$))`,
      'giu',
    ),
  ([whole, domain = '', path = ''], speaker) => {
    // "e.g.it" and "No.in" are a missing space, not a place.
    if (!/^https?:|^www\./iu.test(whole) && !/^[\p{L}\p{N}-]{2,}\./u.test(domain)) return undefined;
    const said = dotted(domain, speaker);
    return path === ''
      ? said
      : `${said} ${speaker.language === 'en' ? 'slash ' : ''}${path.replaceAll(/[_-]/gu, ' ')}`;
  },
);

/** Other addresses are nothing to listen to. */
const otherAddress: Reader = reader(
  () => /(?<![\p{L}\p{N}])(?:https?|ftp):\/\/\S+/giu,
  () => ' ',
);

function dotted(text: string, speaker: Speaker): string {
  const dot = speaker.phrases?.dot ?? '';
  return text
    .replaceAll('.', speaker.unspaced ? dot : ` ${dot} `)
    .replaceAll(/[_+-]/gu, ' ')
    .replaceAll(/\s+/gu, ' ');
}

/** "@name" is a name. */
const handle: Reader = reader(
  () => /(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}_])/gu,
  (_, { language }) => (language === 'en' ? 'at ' : ''),
);

/** Digits of a telephone one by one, with a pause where it is written. */
const phone: Reader = reader(
  () =>
    /(?<![\p{L}\p{N}.,/$-])(?:\+\d{1,3}(?:[\s.()-]*\d){6,12}|\(\d{3,5}\)\s?\d{3,4}[\s.-]?\d{3,4}|\d{3}[-.]\d{3}[-.]\d{4}|\d{3}-\d{4}|0\d(?:[\s.]\d\d){4}|0\d{2,4}[\s/-]\d{5,8}|1?-?800-\d{3}-\d{4})(?![\p{L}\p{N}]|-\p{N})/gu,
  ([written]) =>
    written
      .replace('+', 'plus ')
      .split(/[\s.()/-]+/u)
      .filter((group) => group !== '')
      .map((group) => (group === 'plus' ? '+' : [...group].join(' ')))
      .join(', ')
      .replace('+, ', '+'),
);

export const readAddresses: readonly Reader[] = [mail, web, otherAddress, handle, phone];
