import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { EMOJI_NAMES_FILE, emojiNamesIn } from '../emoji/emoji-names.ts';
import { emojiNamesLines } from '../scripts/emoji-names.ts';
import { forVoice } from '../spoken-form/for-voice.ts';

/** A text without its emoji said, and with them. */
const CASES: readonly [language: string, written: string, silent: string, spoken: string][] = [
  ['en', 'Hot 🔥 take', 'Hot take', 'Hot fire take'],
  ['en-GB', 'Well done 👍🏽👍🏽!', 'Well done!', 'Well done thumbs up!'],
  ['de', 'Wir fahren nach 🇫🇷.', 'Wir fahren nach.', 'Wir fahren nach Frankreich.'],
  ['es', 'Mi familia 👨‍👩‍👧 y yo', 'Mi familia y yo', 'Mi familia familia y yo'],
  ['hi', 'ठंड है ❄️ आज', 'ठंड है आज', 'ठंड है शीत, बर्फ़ आज'],
  ['nb', 'Kaffe ☕ nå', 'Kaffe nå', 'Kaffe varm drikke nå'],
  ['en', 'Step 2️⃣ comes next', 'Step 2 comes next', 'Step 2 comes next'],
];

describe('emoji', () => {
  for (const [language, written, silent, spoken] of CASES) {
    it(`are silent, and said by their names where that is asked for: ${written}`, () => {
      const tidy = (text: string): string =>
        text
          .replace(/\s+/gu, ' ')
          .replace(/ (?=[.!])/gu, '')
          .trim();
      expect(tidy(forVoice(written, language, []).text)).to.equal(silent);
      const said = forVoice(written, language, [], emojiNamesIn(language));
      expect(tidy(said.text)).to.equal(spoken);
      expect(said.offsets).to.have.lengthOf(said.text.length);
      expect(said.offsets).to.deep.equal([...said.offsets].sort((a, b) => a - b));
    });
  }

  it('have the names of the installed CLDR (npm run emoji -w @shortfactory/text)', async () => {
    const lines = (await readFile(EMOJI_NAMES_FILE, 'utf8')).trim().split('\n');
    expect(lines).to.deep.equal(emojiNamesLines());
  });
});
