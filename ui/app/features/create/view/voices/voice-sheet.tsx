import { PITCH, SPEED } from '@shortfactory/core';
import { Fragment, useRef, useState } from 'react';
import { languageName, seconds } from '../../../../shared/format/format.ts';
import { nameOf, offeredLanguages, speaks, voicesFor } from '../../../../shared/format/languages.ts';
import type { MakeSettings } from '../../../../shared/drafts/make-settings.ts';
import type { Options, Voice } from '../../../../shared/api/script.ts';
import { PanelSheet } from '../../../../shared/late/panel-sheet.tsx';
import { Slider } from '../../../../shared/late/slider.tsx';
import { useLocale } from '../../../../shared/strings/context.tsx';
import { ChevronDown, Search } from '../../../../shared/ui/icons.ts';
import { firstSentence } from '../../model/first-sentence.ts';
import { usePlay } from '../../model/use-play.ts';
import { AddVoices } from './add-voices.tsx';
import { VoiceRow } from './voice-row.tsx';
import { words } from './words.ts';
import './voice-sheet.css';
import './voice-rows.css';

export interface VoiceSheetProps {
  readonly options: Options;
  /** Empty for the first voice of the language. */
  readonly voice: string;
  readonly speed: number;
  readonly pitch: number;
  readonly language: string;
  readonly text: string;
  readonly isScript: boolean;
  /** Of the video at the voice's own pace, where it is known. */
  readonly seconds: number | undefined;
  readonly onUse: (chosen: Pick<MakeSettings, 'voice' | 'speed' | 'pitch'>) => void;
  readonly onClose: () => void;
}

/** Voices that speak, before anything is made with them. Choosing does not close the sheet; using does. */
export default function VoiceSheet(props: VoiceSheetProps) {
  const { options, language, text, isScript, onUse, onClose } = props;
  const locale = useLocale();
  const search = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState(props.voice);
  const [speed, setSpeed] = useState(props.speed);
  const [pitch, setPitch] = useState(props.pitch);
  const [wanted, setWanted] = useState('');
  const [shown, setShown] = useState(language);
  const [made, setMade] = useState<'all' | 'natural' | 'built-in'>('all');
  const { playing, fault, play, stop } = usePlay();
  const [sentence] = useState(() => firstSentence(text, language, isScript));

  const fitting = voicesFor(options.voices, language);
  const listed = shown === '' ? options.voices : voicesFor(options.voices, shown);
  const found = listed.filter((voice) => fits(voice, wanted, locale));
  const natural = found.filter((voice) => voice.natural);
  const builtIn = found.filter((voice) => !voice.natural);
  const groups = [
    ...(made === 'built-in' ? [] : [{ voices: natural, words: words.naturalAre }]),
    ...(made === 'natural' ? [] : [{ voices: builtIn, words: words.builtInAre }]),
  ].filter((group) => group.voices.length > 0);
  const rows = groups.flatMap((group) => group.voices);
  const isMixed = listed.some((each) => each.natural) && listed.some((each) => !each.natural);
  const voice = options.voices.find(({ id }) => id === chosen);
  const heard = voice ?? fitting[0];
  const name = voice ? nameOf(voice) : words.automatic;
  const hear = (of: Voice): void => {
    const own = speaks(of, language);
    play({
      voice: of.id,
      language: own ? language : (of.languages[0] ?? language),
      text: own ? sentence : '',
      speed,
      pitch: of.setsPitch ? pitch : 0,
    });
  };
  const use = (id = chosen): void => {
    const speaker = options.voices.find((each) => each.id === id) ?? fitting[0];
    onUse({ voice: id, speed, pitch: speaker?.setsPitch ? pitch : 0 });
  };
  return (
    <PanelSheet
      title={words.title}
      bodyClassName="pick"
      first=".voice__radio:checked"
      search={search}
      onCancel={(event) => {
        // The first Escape silences, the next one closes.
        if (!playing) return;
        event.preventDefault();
        stop();
      }}
      onClose={onClose}
      foot={
        <>
          <p className="small quiet">{words.whole}</p>
          <button type="button" className="button button--primary" onClick={() => use()}>
            {voice ? words.use(name) : name}
          </button>
        </>
      }
    >
      <div className="pick__list">
        <div className="pick__filters">
          <label className="pick__search">
            <span className="unseen">{words.search}</span>
            <Search size={20} />
            <input
              ref={search}
              type="search"
              placeholder={words.searchHint}
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
            />
          </label>
          <label className="pick__language">
            <span className="unseen">{words.language}</span>
            <select value={shown} onChange={(event) => setShown(event.target.value)}>
              <option value="">{words.all(options.voices.length)}</option>
              {languagesOf(options, language, locale).map(({ tag, label, count }) => (
                <option key={tag} value={tag}>
                  {words.languages(label, count)}
                </option>
              ))}
            </select>
            <ChevronDown size={16} />
          </label>
        </div>
        {isMixed && (
          <div className="pick__made" role="group" aria-label={words.made}>
            {(
              [
                ['all', found.length],
                ['natural', natural.length],
                ['built-in', builtIn.length],
              ] as const
            ).map(([each, count]) => (
              <button
                key={each}
                type="button"
                className="chip"
                aria-pressed={made === each}
                onClick={() => setMade(each)}
              >
                {words.madeIs[each]} <span className="pick__count">{count}</span>
              </button>
            ))}
          </div>
        )}
        {rows.length === 0 ? (
          <p className="pick__none" role="status">
            {words.none(wanted)}{' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                setWanted('');
                setMade('all');
              }}
            >
              {words.clear}
            </button>
          </p>
        ) : (
          <div role="radiogroup" aria-label={words.title} className="voices">
            {wanted === '' && (
              <VoiceRow
                id=""
                name={words.automatic}
                detail={words.automaticDetail}
                isChosen={chosen === ''}
                onChoose={() => setChosen('')}
                onUse={() => use('')}
                {...(fitting[0] && { onPlay: () => hear(fitting[0] as Voice) })}
              />
            )}
            {groups.map((group) => (
              <Fragment key={group.words}>
                {isMixed && <p className="voices__made">{group.words}</p>}
                {group.voices.map((each) => (
                  <VoiceRow
                    key={each.id}
                    id={each.id}
                    name={nameOf(each)}
                    detail={detailOf(each, language, locale)}
                    tags={tagsOf(each)}
                    place={`${rows.indexOf(each) + 1} of ${rows.length}`}
                    isChosen={each.id === chosen}
                    playing={playing?.voice === each.id ? playing : undefined}
                    onChoose={() => setChosen(each.id)}
                    onUse={() => use(each.id)}
                    onPlay={() => (playing?.voice === each.id ? stop() : hear(each))}
                  />
                ))}
              </Fragment>
            ))}
          </div>
        )}
      </div>
      <div className="pick__side">
        <section className="pick__block">
          <h3>{words.says(heard ? nameOf(heard) : name)}</h3>
          {sentence !== '' && (
            <p className="pick__quote" lang={language} dir="auto">
              “{sentence}”
            </p>
          )}
          <p className="small quiet">{sentence === '' ? words.sample : words.own}</p>
          {fault && (
            <p className="pick__fault" role="alert">
              {words.unheard(nameIn(options.voices, fault.voice), fault.detail)}
            </p>
          )}
          {voice && !speaks(voice, language) && (
            <p className="pick__fault" role="status">
              {words.wrongLanguage(nameOf(voice), languageName(locale, language))}{' '}
              {fitting[0] && (
                <button type="button" className="link" onClick={() => setChosen(fitting[0]?.id ?? '')}>
                  {words.instead(nameOf(fitting[0]))}
                </button>
              )}
            </p>
          )}
        </section>
        <section className="pick__block">
          <Slider
            id="voice-speed"
            label={words.speed}
            value={speed}
            {...SPEED}
            step={0.05}
            words={words.times}
            ends={[words.slow(SPEED.least), words.fast(SPEED.most)]}
            onChange={setSpeed}
          />
          {props.seconds !== undefined && (
            <p className="small quiet">{words.runs(seconds(locale, Math.round(props.seconds / speed)))}</p>
          )}
        </section>
        <section className="pick__block">
          {heard?.setsPitch ? (
            <Slider
              id="voice-pitch"
              label={words.pitch}
              value={pitch}
              {...PITCH}
              step={1}
              words={words.semitones}
              ends={[words.low, words.high]}
              onChange={setPitch}
            />
          ) : (
            <>
              <h3>{words.pitch}</h3>
              <p className="small quiet">{words.noPitch(heard ? nameOf(heard) : name)}</p>
            </>
          )}
        </section>
        <section className="pick__block">
          <h3>{words.ownVoice}</h3>
          <p className="small quiet">{words.ownVoiceHow}</p>
        </section>
        <AddVoices language={language} hasNatural={options.voices.some((each) => each.natural)} />
      </div>
    </PanelSheet>
  );
}

/** Small facts of a voice that a model makes; the built-in ones have none. */
function tagsOf({ natural, licence }: Voice): string[] {
  return [
    ...(natural ? [words.madeIs.natural] : []),
    ...(licence === undefined ? [] : [licence, words.onThisComputer]),
  ];
}

/** "Warm, English (UK)": how it sounds stands with what it speaks. */
function detailOf({ label, languages }: Voice, language: string, locale: string): string {
  const [, sound = ''] = label.split(', ');
  const speaksIn = languageName(locale, languages[0] ?? language);
  return sound === ''
    ? speaksIn
    : `${sound.charAt(0).toLocaleUpperCase(locale)}${sound.slice(1)}, ${speaksIn}`;
}

function fits(voice: Voice, wanted: string, locale: string): boolean {
  const said = `${voice.label} ${voice.languages.map((tag) => languageName(locale, tag)).join(' ')}`;
  return said.toLocaleLowerCase(locale).includes(wanted.trim().toLocaleLowerCase(locale));
}

function languagesOf(
  { languages, voices }: Options,
  language: string,
  locale: string,
): { readonly tag: string; readonly label: string; readonly count: number }[] {
  const offered = offeredLanguages(languages).map(({ tag }) => tag);
  return [...new Set([language, ...offered])]
    .map((tag) => ({ tag, label: languageName(locale, tag), count: voicesFor(voices, tag).length }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

function nameIn(voices: readonly Voice[], id: string): string {
  const voice = voices.find((each) => each.id === id);
  return voice ? nameOf(voice) : id;
}
