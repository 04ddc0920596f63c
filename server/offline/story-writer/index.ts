import { DEFAULT_STYLE, OFFLINE_LANGUAGES, detectLanguage, primaryLanguage } from '@shortfactory/core';
import type {
  OfflineLanguage,
  Script,
  ScriptRequest,
  Story,
  StoryRequest,
  StoryWriter,
} from '@shortfactory/core';
import { cleanTopic, titleOf } from './topic.ts';

/** Raised when the same request gets another text in a way that GOLDEN_OUTPUT does not show. */
const VERSION = 3;

/**
 * SHA-256 of the handbook, the outlines and what is written on fixed topics. A test writes them again: another text is
 * another hash, and as that is part of the id, no text that is stored is taken for a newer one.
 */
export const GOLDEN_OUTPUT = 'cd529408b4de14006691385d47a2f0b51b92254d5891f07b2d1f756008f49b20';

/**
 * Writes without a network or a language model: a topic of the handbook is told from it, any other becomes an outline of
 * questions that says so in its summary and claims nothing. Equal requests get equal answers on every machine.
 * @throws InputInvalid for a topic that is empty, without letters, or longer than 300 characters.
 */
export class OfflineStoryWriter implements StoryWriter {
  readonly id = `offline:handbook@${VERSION}+${GOLDEN_OUTPUT.slice(0, 12)}`;

  async writeStory(request: StoryRequest, signal: AbortSignal): Promise<Story> {
    signal.throwIfAborted();
    const topic = cleanTopic(request.topic);
    const { findEntry, languageAsked, outlineSummary, OUTLINES } = await loadTexts();
    const wanted = request.language ?? languageAsked(topic) ?? detectLanguage(topic);
    const primary = offlineLanguage(wanted);
    const language = primary === undefined ? 'en' : wanted;
    const imageStyle = request.imageStyle ?? DEFAULT_STYLE;
    const entry = findEntry(topic, primary ?? 'en');
    const note =
      primary === undefined ? ` Told in English: the offline writer does not know "${wanted}".` : '';
    const title = entry?.title ?? titleOf(topic, language);
    const summary = entry?.summary ?? outlineSummary(topic, language, OUTLINES[primary ?? 'en']);
    return { title, summary: summary + note, imageStyle, characters: [], language };
  }

  async writeScript(request: ScriptRequest, signal: AbortSignal): Promise<Script> {
    signal.throwIfAborted();
    const topic = cleanTopic(request.topic);
    const { findEntry, outlineBeats, fitBeats, OUTLINES } = await loadTexts();
    const { title, language, imageStyle } = request.story;
    const primary = offlineLanguage(language) ?? 'en';
    const entry = findEntry(topic, primary);
    const beats = entry?.beats ?? outlineBeats(topic, language, OUTLINES[primary]);
    const scenes = fitBeats(beats, request.seconds, primary, entry?.core).map(([narration, visual]) => ({
      narration,
      visual,
    }));
    // A story in a language that we do not write is told in English, and its voice must know.
    return { title, language: offlineLanguage(language) ? language : 'en', imageStyle, scenes };
  }
}

/** Thirty modules of handbook and outlines, which a video from a script never needs. */
async function loadTexts() {
  const [handbook, outline, outlines, pace] = await Promise.all([
    import('./handbook/index.ts'),
    import('./outline.ts'),
    import('./outlines/index.ts'),
    import('./pace.ts'),
  ]);
  return { ...handbook, ...outline, ...outlines, ...pace };
}

function offlineLanguage(language: string): OfflineLanguage | undefined {
  return OFFLINE_LANGUAGES.find((known) => known === primaryLanguage(language));
}
