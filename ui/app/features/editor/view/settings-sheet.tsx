import type { ImageStyle, Options } from '../../../shared/api/script.ts';
import type { Draft, DraftSettings } from '../../../shared/drafts/draft.ts';
import { LENGTHS } from '../../../shared/drafts/make-settings.ts';
import { languageName } from '../../../shared/format/format.ts';
import { offeredLanguages, voicesFor } from '../../../shared/format/languages.ts';
import { useLocale, useStrings } from '../../../shared/strings/context.tsx';
import { Formats } from '../../../shared/ui/formats.tsx';
import { Sheet } from '../../../shared/ui/sheet.tsx';
import { useSpeakers } from '../model/use-speakers.ts';
import { voiceOf } from './settings.tsx';
import { LookSelect } from './look-select.tsx';
import { MusicSelect } from './music-select.tsx';
import { EmojiSelect, PitchSelect, SpeedSelect } from './spoken-selects.tsx';
import { Select } from './select.tsx';
import { VisualsSelect } from './visuals-select.tsx';
import { WholeRecording } from './whole-recording.tsx';

interface SettingsSheetProps {
  readonly draft: Draft;
  readonly options: Options;
  readonly onClose: () => void;
  readonly onChange: (to: Partial<DraftSettings>) => void;
  readonly onVoice: (speaker: string, voice: string) => void;
}

/** The same fields as on Create, one under the other. */
export function SettingsSheet({ draft, options, onClose, onChange, onVoice }: SettingsSheetProps) {
  const { settings, spoken } = draft;
  const speakers = useSpeakers(draft);
  const { editor, create } = useStrings();
  const locale = useLocale();
  const voices = voicesFor(options.voices, settings.language);
  const chosen = voiceOf(settings, options)?.id ?? '';
  const languages = offeredLanguages(options.languages)
    .map(({ tag }) => [tag, languageName(locale, tag)] as const)
    .sort((a, b) => a[1].localeCompare(b[1], locale));
  const known = languages.some(([tag]) => tag === settings.language);
  const lengths = LENGTHS.filter((n) => n >= options.limits.minSeconds && n <= options.limits.maxSeconds);
  return (
    <Sheet
      title={editor.settings}
      anchorId="settings-change"
      otherAnchorId="settings-open"
      className="settings-sheet"
      onClose={onClose}
    >
      <div className="settings-sheet__fields">
        <fieldset className="settings-sheet__styles">
          <legend className="label">{create.style}</legend>
          {options.imageStyles.map((style) => (
            <label key={style} className="choice">
              <input
                type="radio"
                name="sheet-style"
                className="choice__input"
                checked={style === settings.imageStyle}
                onChange={() => onChange({ imageStyle: style as ImageStyle })}
              />
              <img
                className="choice__art"
                src={`/samples/${style}-small.jpg`}
                alt=""
                width={88}
                height={156}
              />
              <span className="choice__name">{create.styles[style]}</span>
            </label>
          ))}
        </fieldset>
        <LookSelect settings={settings} options={options} onChange={onChange} />
        <Select
          label={create.voice}
          value={chosen}
          choices={(voices.some(({ id }) => id === chosen) ? voices : options.voices).map(({ id, label }) => [
            id,
            label,
          ])}
          onChange={(voice) => onChange({ voice })}
        />
        {speakers.map((speaker) => (
          <Select
            key={speaker}
            label={editor.voiceOf(speaker)}
            value={spoken?.voices?.[speaker] ?? ''}
            choices={[['', create.automatic], ...voices.map(({ id, label }) => [id, label] as const)]}
            onChange={(voice) => onVoice(speaker, voice)}
          />
        ))}
        <SpeedSelect speed={settings.speed} onChange={(speed) => onChange({ speed })} />
        {(voiceOf(settings, options)?.setsPitch ?? settings.pitch !== 0) && (
          <PitchSelect pitch={settings.pitch} onChange={(pitch) => onChange({ pitch })} />
        )}
        {(options.footage.sources.length > 0 || settings.visuals !== '') && (
          <VisualsSelect visuals={settings.visuals} onChange={(visuals) => onChange({ visuals })} />
        )}
        <MusicSelect settings={settings} tracks={options.tracks} onChange={onChange} />
        <EmojiSelect emoji={settings.emoji} onChange={(emoji) => onChange({ emoji })} />
        <Select
          label={create.language}
          value={settings.language}
          choices={
            known ? languages : [[settings.language, languageName(locale, settings.language)], ...languages]
          }
          // A voice that does not speak the new language would only be refused later.
          onChange={(language) => onChange({ language, voice: '' })}
        />
        <Select
          label={create.length}
          value={String(settings.seconds)}
          choices={[...new Set([...lengths, settings.seconds])]
            .sort((a, b) => a - b)
            .map((n) => [String(n), create.seconds(n)])}
          onChange={(seconds) => onChange({ seconds: Number(seconds) })}
        />
        <Formats
          chosen={settings.aspects}
          offered={options.aspects}
          // At least one: the last one stays.
          onChange={(aspects) => aspects.length > 0 && onChange({ aspects })}
        />
        <WholeRecording narration={settings.narration} onChange={(narration) => onChange({ narration })} />
        {settings.music !== '' && (
          <button type="button" className="text-button" onClick={() => onChange({ music: '' })}>
            {editor.musicRemove}
          </button>
        )}
      </div>
    </Sheet>
  );
}
