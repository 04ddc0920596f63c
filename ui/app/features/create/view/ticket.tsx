import { CircleAlert, Volume2 } from '../../../shared/ui/icons.ts';
import type { ReactNode } from 'react';
import { LENGTHS } from '../../../shared/drafts/make-settings.ts';
import type { CreateValues } from '../model/fields.ts';
import { chosenLanguage } from '../model/language-of.ts';
import { languageName } from '../../../shared/format/format.ts';
import { offeredLanguages, voicesFor } from '../../../shared/format/languages.ts';
import type { ImageStyle, Options } from '../../../shared/api/script.ts';
import { useLocale, useStrings } from '../../../shared/strings/context.tsx';
import { Picker } from '../../../shared/ui/picker.tsx';
import { LateVoiceSheet } from './voices/late-voice-sheet.tsx';
import { Formats } from '../../../shared/ui/formats.tsx';
import { LookCell } from './look-cell.tsx';
import { Visuals } from './visuals.tsx';

interface TicketProps {
  readonly values: CreateValues;
  readonly options: Options;
  /** The chosen language, else the one that the text is heard in, else the default. */
  readonly language: string;
  /** What is to be spoken, as far as it is written. */
  readonly text: string;
  /** Of the video at the voice's own pace, where it follows from the text. */
  readonly seconds: number | undefined;
  /** Nothing says yet which language and voice it will be. */
  readonly open: boolean;
  readonly onChange: (values: Partial<CreateValues>) => void;
  /** Cells that something is wrong with; the sentence that says what has the id `<cell>-error`. */
  readonly wrong: readonly string[];
  /** A sentence under the row that it belongs to. */
  readonly note?: ReactNode;
}

/** How the video should be: cells with pickers and choices, each with a default that works. */
export function Ticket(props: TicketProps) {
  const { values, options, language, text, seconds, open, onChange, wrong, note } = props;
  const { create } = useStrings();
  const errorId = (cell: string): string | undefined => (wrong.includes(cell) ? `${cell}-error` : undefined);
  const locale = useLocale();
  const voices = voicesFor(options.voices, language);
  const voice = options.voices.find(({ id }) => id === values.voice);
  const others = options.voices.filter((each) => !voices.includes(each));
  const voiceChoice = ({ id, label, languages }: Options['voices'][number]) => {
    // "Nora, warm": how it sounds stands with what it speaks.
    const [called = label, sound = ''] = label.split(', ');
    const speaks = languageName(locale, languages[0] ?? language);
    return {
      value: id,
      label: called,
      detail:
        sound === '' ? speaks : `${sound.charAt(0).toLocaleUpperCase(locale)}${sound.slice(1)}, ${speaks}`,
      art: <Volume2 className="choice__icon" size={20} />,
    };
  };
  const languages = offeredLanguages(options.languages)
    .map(({ tag, label }) => ({
      value: tag,
      label: languageName(locale, tag),
      detail: label,
      detailLang: tag,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  const lengths = LENGTHS.filter((n) => n >= options.limits.minSeconds && n <= options.limits.maxSeconds);
  return (
    <div className="ticket">
      <Picker
        id="style"
        name="imageStyle"
        label={create.style}
        title={create.styleTitle}
        value={values.imageStyle}
        shown={create.styles[values.imageStyle] ?? values.imageStyle}
        icon={
          <img
            className="cell__art"
            src={`/samples/${values.imageStyle}-small.jpg`}
            alt=""
            width={15}
            height={26}
          />
        }
        layout="tiles"
        groups={[
          {
            choices: options.imageStyles.map((style) => ({
              value: style,
              label: create.styles[style],
              art: (
                <img
                  className="choice__art"
                  src={`/samples/${style}-small.jpg`}
                  alt=""
                  width={88}
                  height={156}
                />
              ),
            })),
          },
        ]}
        onChange={(style) => onChange({ imageStyle: style as ImageStyle })}
      />
      <Picker
        id="voice"
        name="voice"
        label={create.voice}
        title={create.voiceTitle}
        value={values.voice}
        shown={`${open && !voice ? create.automatic : ((voice ?? voices[0])?.label ?? values.voice)}${values.speed === 1 ? '' : `, ${values.speed}×`}`}
        icon={<Volume2 className="cell__icon" size={18} />}
        layout="rows"
        groups={[
          { choices: [{ value: '', label: create.automatic, detail: create.voiceAutomatic }] },
          { choices: voices.map(voiceChoice) },
          { label: create.voiceOthers, choices: others.map(voiceChoice) },
        ]}
        onChange={(id) => onChange({ voice: id })}
        searchLabel={create.search}
        sheet={(close, plain) => (
          <LateVoiceSheet
            {...{ options, language, seconds, text, plain }}
            voice={values.voice}
            speed={values.speed}
            pitch={values.pitch}
            isScript={values.tab === 'script'}
            onUse={(chosen) => {
              onChange(chosen);
              close();
            }}
            onClose={close}
          />
        )}
      />
      <input type="hidden" name="speed" value={values.speed} />
      <input type="hidden" name="pitch" value={values.pitch} />
      <Picker
        id="language"
        name="language"
        label={create.language}
        title={create.languageTitle}
        value={chosenLanguage(values, options) ?? ''}
        shown={open ? create.automatic : languageName(locale, language)}
        icon={
          errorId('language') === undefined ? undefined : <CircleAlert className="cell__icon" size={18} />
        }
        layout="rows"
        searchLabel={create.search}
        groups={[
          { choices: [{ value: '', label: create.automatic, detail: create.languageAutomatic }] },
          { choices: languages },
        ]}
        errorId={errorId('language')}
        onChange={(tag) => onChange({ language: tag })}
      />
      {note}
      {values.tab === 'script' ? (
        <div className="cell cell--seconds">
          <span className="cell__label">{create.length}</span>
          <span className="cell__face">
            <span className="cell__value">{create.scriptLength}</span>
          </span>
          <input type="hidden" name="seconds" value={values.seconds} />
        </div>
      ) : (
        <Picker
          id="seconds"
          name="seconds"
          label={create.length}
          title={create.lengthTitle}
          value={String(values.seconds)}
          shown={create.seconds(values.seconds)}
          layout="numbers"
          groups={[{ choices: lengths.map((n) => ({ value: String(n), label: create.seconds(n) })) }]}
          errorId={errorId('seconds')}
          onChange={(seconds) => onChange({ seconds: Number(seconds) })}
        />
      )}
      <Formats
        chosen={values.aspects}
        offered={options.aspects}
        errorId={errorId('aspects')}
        onChange={(aspects) => onChange({ aspects })}
      />
      <LookCell settings={values} options={options} onChange={onChange} />
      <Visuals
        visuals={values.visuals}
        sources={options.footage.sources}
        onChange={(visuals) => onChange({ visuals })}
      />
    </div>
  );
}
