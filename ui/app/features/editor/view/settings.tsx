import type { DraftSettings } from '../../../shared/drafts/draft.ts';
import { LENGTHS } from '../../create/model/fields.ts';
import { languageName } from '../../../shared/format/format.ts';
import { offeredLanguages, voicesFor } from '../../../shared/format/languages.ts';
import type { ImageStyle, Options } from '../../../shared/api/script.ts';
import { useLocale, useStrings } from '../../../shared/strings/context.tsx';
import { Formats } from '../../../shared/ui/formats.tsx';
import { Sheet } from '../../../shared/ui/sheet.tsx';

interface SettingsProps {
  readonly settings: DraftSettings;
  readonly options: Options;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onChange: (to: Partial<DraftSettings>) => void;
}

function voiceOf(
  { voice, language }: DraftSettings,
  { voices }: Options,
): Options['voices'][number] | undefined {
  return voices.find(({ id }) => id === voice) ?? voicesFor(voices, language)[0];
}

/** How the video will be made, and where that is changed. */
export function Settings({ settings, options, open, onOpen }: Omit<SettingsProps, 'onChange'>) {
  const { editor, create } = useStrings();
  const locale = useLocale();
  const rows = [
    [create.style, create.styles[settings.imageStyle]],
    [create.voice, voiceOf(settings, options)?.label ?? ''],
    [create.language, languageName(locale, settings.language)],
    [create.formats, settings.aspects.join(', ')],
    [editor.captions, editor.captionsAre],
    ...(settings.music === '' ? [] : [[editor.musicName, create.uploads]]),
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
          onClick={() => onOpen(true)}
        >
          {editor.change}
        </button>
      </div>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The same fields as on Create, one under the other. */
export function SettingsSheet({ settings, options, onOpen, onChange }: SettingsProps) {
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
      onClose={() => onOpen(false)}
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
        <Select
          label={create.voice}
          value={chosen}
          choices={(voices.some(({ id }) => id === chosen) ? voices : options.voices).map(({ id, label }) => [
            id,
            label,
          ])}
          onChange={(voice) => onChange({ voice })}
        />
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
        {settings.music !== '' && (
          <button type="button" className="text-button" onClick={() => onChange({ music: '' })}>
            {editor.musicRemove}
          </button>
        )}
      </div>
    </Sheet>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

function Select({ label, value, choices, onChange }: SelectProps) {
  return (
    <label className="select">
      <span className="label">{label}</span>
      <select className="select__field" value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
