import { isOffline, isTrainedModel, providerLabel } from '../money/provider.ts';

/**
 * What a file is by its making, as IPTC's NewsCodes "Digital Source Type" name it: all by trained models, partly, or by
 * people and programs that were not trained.
 */
export const DIGITAL_SOURCE_TYPES = [
  'trainedAlgorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'digitalCreation',
] as const;
export type DigitalSourceType = (typeof DIGITAL_SOURCE_TYPES)[number];

/** Who made the parts of a short: ids of ports; undefined for what a person brought. */
export interface Makers {
  /** Of story and script. */
  readonly text: readonly (string | undefined)[];
  /** As they are shown. */
  readonly pictures: readonly (string | undefined)[];
  readonly voices: readonly (string | undefined)[];
  /** Whether there is music; it is always brought. */
  readonly music: boolean;
}

/** How a short was made, in a form for machines and in a sentence for people. */
export interface Origin {
  readonly video: DigitalSourceType;
  /** Of the poster, which shows the first picture. */
  readonly poster: DigitalSourceType;
  /** Goes with the posted video, in its language where we have the words, else in English; only where a model had part. */
  readonly disclosure?: string;
}

/** What stands for a picture that a person brought and that says itself that a trained model made it. */
export const BROUGHT_BY_MODEL = 'model:unknown';

export function originOf({ text, pictures, voices, music }: Makers, language: string): Origin {
  const seenAndHeard = [...pictures, ...voices, ...(music ? [undefined] : [])];
  const any = [...text, ...seenAndHeard].some(isTrained);
  const video = !any
    ? 'digitalCreation'
    : seenAndHeard.every(isTrained)
      ? 'trainedAlgorithmicMedia'
      : 'compositeWithTrainedAlgorithmicMedia';
  const poster = isTrained(pictures[0]) ? 'trainedAlgorithmicMedia' : 'digitalCreation';
  return any
    ? { video, poster, disclosure: disclosureOf({ text, pictures, voices }, language) }
    : { video, poster };
}

function isTrained(by: string | undefined): by is string {
  return by !== undefined && isTrainedModel(by);
}

/** "Made with AI", then what of it was: text, pictures, voice. */
const WORDS: Readonly<
  Record<string, readonly [made: string, text: string, pictures: string, voice: string]>
> = {
  ar: ['صُنع بمساعدة الذكاء الاصطناعي', 'النص', 'الصور', 'الصوت'],
  de: ['Mit KI erstellt', 'Text', 'Bilder', 'Stimme'],
  en: ['Made with AI', 'text', 'pictures', 'voice'],
  es: ['Hecho con IA', 'texto', 'imágenes', 'voz'],
  fr: ['Réalisé avec l’IA', 'texte', 'images', 'voix'],
  hi: ['एआई की मदद से बनाया गया', 'पाठ', 'चित्र', 'आवाज़'],
  it: ['Realizzato con l’IA', 'testo', 'immagini', 'voce'],
  nl: ['Gemaakt met AI', 'tekst', 'beelden', 'stem'],
  pl: ['Wykonano przy użyciu AI', 'tekst', 'obrazy', 'głos'],
  pt: ['Feito com IA', 'texto', 'imagens', 'voz'],
  ru: ['Создано с помощью ИИ', 'текст', 'изображения', 'голос'],
  zh: ['由人工智能辅助制作', '文字', '画面', '配音'],
};

function disclosureOf({ text, pictures, voices }: Omit<Makers, 'music'>, language: string): string {
  const known = language.split('-')[0] ?? 'en';
  const [spoken, words] = WORDS[known]
    ? [language, WORDS[known]]
    : ['en', WORDS.en as (typeof WORDS)[string]];
  const [made, ...names] = words as readonly string[];
  const parts = [text, pictures, voices].flatMap((makers, i) => {
    const models = [...new Set(makers.filter(isTrained))];
    const services = models.filter((by) => by !== BROUGHT_BY_MODEL && !isOffline(by));
    const labels = [...new Set(services.map(providerLabel))];
    return models.length === 0 ? [] : [labels.length === 0 ? names[i] : `${names[i]} (${labels.join(', ')})`];
  });
  const list = new Intl.ListFormat(spoken, { type: 'conjunction' });
  const wide = known === 'zh';
  return `${made}${wide ? '：' : ': '}${list.format(parts as string[])}${wide ? '。' : '.'}`;
}
