import type { Options } from '../../../shared/api/script.ts';
import type { DraftSettings } from '../../../shared/drafts/draft.ts';
import { languageName } from '../../../shared/format/format.ts';
import { voicesFor } from '../../../shared/format/languages.ts';
import { useLocale, useStrings } from '../../../shared/strings/context.tsx';
import { lookGroups } from '../../../shared/ui/look-choices.ts';
import { FactList } from '../../../shared/ui/fact-list.tsx';

interface SettingsProps {
  readonly settings: DraftSettings;
  readonly options: Options;
  /** Whether the sheet to change them is open. */
  readonly open: boolean;
  readonly onOpen: () => void;
}

/** The chosen voice, else the first one that speaks the language. */
export function voiceOf(
  { voice, language }: DraftSettings,
  { voices }: Options,
): Options['voices'][number] | undefined {
  return voices.find(({ id }) => id === voice) ?? voicesFor(voices, language)[0];
}

/** How the video will be made, and where that is changed. */
export function Settings({ settings, options, open, onOpen }: SettingsProps) {
  const strings = useStrings();
  const { editor, create } = strings;
  const locale = useLocale();
  const trackLabel = (track: string): string =>
    options.tracks.find(({ id }) => id === track)?.label ?? editor.musicAuto;
  const rows = [
    [create.style, create.styles[settings.imageStyle]],
    [create.voice, voiceOf(settings, options)?.label ?? ''],
    ...(settings.speed === 1 ? [] : [[editor.speed, editor.speedIs(settings.speed)]]),
    ...(settings.pitch === 0 ? [] : [[editor.pitch, editor.pitchIs(settings.pitch)]]),
    [create.language, languageName(locale, settings.language)],
    [create.formats, settings.aspects.join(', ')],
    [create.look, lookGroups(settings.look, options, strings).chosen.label],
    ...(settings.narration === '' ? [] : [[editor.narration, editor.narrationOwn]]),
    ...(settings.music === '' ? [] : [[editor.musicName, create.uploads]]),
    ...(settings.visuals === '' || settings.visuals === 'drawn'
      ? []
      : [[editor.visuals, editor.visualsAre[settings.visuals]]]),
    ...(settings.track === '' ? [] : [[editor.musicName, trackLabel(settings.track)]]),
  ];
  return (
    <section className="card side-card settings" aria-labelledby="settings-title">
      <div className="settings__head">
        <h2 id="settings-title">{editor.settings}</h2>
        <button
          type="button"
          id="settings-change"
          className="link small"
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={onOpen}
        >
          {editor.change}
        </button>
      </div>
      <FactList rows={rows} />
    </section>
  );
}
