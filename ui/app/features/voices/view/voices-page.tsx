import type { VoicesJson } from '@shortfactory/contract';
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { bytes, languageName } from '../../../shared/format/format.ts';
import { nameOf, voicesFor } from '../../../shared/format/languages.ts';
import { useLocale } from '../../../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { words } from '../model/words.ts';
import type { loadVoicesPage } from '../server/voices-page.server.ts';

type Heard = VoicesJson['voices'][number];

/** Everyone who can speak a language, each with a sample; the same with and without scripts. */
export function VoicesPage() {
  const { language, languages, voices, addable } = useLoaderData<typeof loadVoicesPage>();
  const locale = useLocale();
  const fitting = voicesFor(voices, language);
  const named = languages
    .map((tag) => ({ tag, label: languageName(locale, tag) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <div className="voices-page">
      <h1>{words.title}</h1>
      <p className="quiet">{words.lead}</p>
      <Form action="/voices" className="voices-page__language">
        <label className="label" htmlFor="language">
          {words.language}
        </label>
        <select
          id="language"
          name="language"
          className="voices-page__select"
          key={language}
          defaultValue={language}
        >
          {named.map(({ tag, label }) => (
            <option key={tag} value={tag}>
              {label}
            </option>
          ))}
        </select>
        <button className="button button--small">{words.show}</button>
      </Form>
      {fitting.length === 0 && <p>{words.none(languageName(locale, language))}</p>}
      <Voices
        title={words.natural}
        lead={words.naturalAre}
        voices={fitting.filter(({ natural }) => natural)}
        language={language}
      />
      <Voices
        title={words.builtIn}
        lead={words.builtInAre}
        voices={fitting.filter(({ natural }) => !natural)}
        language={language}
      />
      <AddVoices addable={addable} language={language} />
    </div>
  );
}

interface VoicesProps {
  readonly title: string;
  readonly lead: string;
  readonly voices: readonly Heard[];
  readonly language: string;
}

function Voices({ title, lead, voices, language }: VoicesProps) {
  const locale = useLocale();
  if (voices.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p className="small quiet">{lead}</p>
      <ul className="card voices-page__list">
        {voices.map((voice) => {
          const [, sound = ''] = voice.label.split(', ');
          const speaks = languageName(locale, voice.languages[0] ?? language);
          const tags = voice.licence === undefined ? [] : [voice.licence, words.onThisComputer];
          return (
            <li key={voice.id} className="voices-page__voice">
              <div className="voices-page__words">
                <p className="voices-page__name">{nameOf(voice)}</p>
                <p className="small quiet">
                  {[sound, speaks, ...tags].filter((part) => part !== '').join(', ')}
                </p>
              </div>
              <audio
                controls
                preload="none"
                aria-label={words.hear(nameOf(voice))}
                src={`${voice.sample}?language=${encodeURIComponent(language)}`}
              />
              <Link
                className="button button--small"
                to={`/?voice=${encodeURIComponent(voice.id)}`}
                aria-label={words.useOf(nameOf(voice))}
              >
                {words.use}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What the machine could have besides. */
function AddVoices({ addable, language }: { addable: VoicesJson['addable']; language: string }) {
  const locale = useLocale();
  const fitting = voicesFor(addable ?? [], language);
  return (
    <section aria-label={words.add} id="add">
      <h2>{words.add}</h2>
      <p className="small quiet">
        {addable === undefined ? words.addElsewhere : fitting.length === 0 ? words.addNone : words.addLead}
      </p>
      {fitting.length > 0 && (
        <ul className="card voices-page__list">
          {fitting.map((voice) => (
            <li key={voice.id} className="voices-page__voice">
              <div className="voices-page__words">
                <p className="voices-page__name">{nameOf(voice)}</p>
                <p className="small quiet">{words.size(bytes(locale, voice.bytes), voice.licence)}</p>
              </div>
              <code className="code">npm run voices -- add {voice.id}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export const voicesMeta: MetaFunction = () => [
  { title: stringsOf(DEFAULT_LOCALE).errors.title(words.title) },
];
