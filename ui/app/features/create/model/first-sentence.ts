import { scriptFromText } from '@shortfactory/text';

/** About six seconds of speech. */
const MOST_CHARS = 100;

/** What a voice is heard with: the user's first sentence, as it would be said. Empty where there is none yet. */
export function firstSentence(text: string, language: string, isScript: boolean): string {
  const said = (isScript ? (narrationOf(text, language) ?? text) : text).replace(/\s+/g, ' ').trim();
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(said);
  const sentence = first?.segment.trim() ?? '';
  if (sentence.length <= MOST_CHARS) return sentence;
  const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(sentence)];
  const end = words.find(({ index, segment }) => index + segment.length > MOST_CHARS)?.index ?? MOST_CHARS;
  return sentence.slice(0, end).trim();
}

/** Without titles, labels and what is only seen. */
function narrationOf(text: string, language: string): string | undefined {
  try {
    return scriptFromText(text, { language }).scenes[0]?.narration;
  } catch {
    return undefined;
  }
}
