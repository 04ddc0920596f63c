import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { CreateAnswer } from '../model/answer.ts';
import { estimate } from '../model/estimate.ts';
import type { CreateValues } from '../model/fields.ts';
import { chosenLanguage, shownLanguage, textOfValues } from '../model/language-of.ts';
import { useCreateSending, useCreateValues } from '../model/use-create-form.ts';
import { useHeard } from '../model/use-heard.ts';
import { useOutline } from '../model/use-outline.ts';
import { useUploads } from '../model/use-uploads.ts';
import { speaks } from '../../../shared/format/languages.ts';
import { plannedSeconds } from '../../../shared/format/length.ts';
import { useOnline } from '../../../shared/connection/online.ts';
import type { Options } from '../../../shared/api/script.ts';
import { useLocale, useStrings } from '../../../shared/strings/context.tsx';
import { Actions } from './actions.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { MediaField } from './media-field.tsx';
import { problemWords } from './problem-words.ts';
import { Sample } from './sample.tsx';
import { ScriptFile } from './script-file.tsx';
import { Tabs } from './tabs.tsx';
import { HeardAs } from './heard-as.tsx';
import { OutlineAhead } from './outline-ahead.tsx';
import { Brief } from './brief.tsx';
import { Notes } from './notes.tsx';
import { Examples, ScriptField, TopicField } from './text-fields.tsx';
import { TicketNotes } from './ticket-notes.tsx';
import { Ticket } from './ticket.tsx';

interface ComposerProps {
  readonly options: Options;
  readonly given: Partial<CreateValues>;
  /** Of a form that was sent without scripts. */
  readonly answer?: CreateAnswer | undefined;
  /** One page's key: the same form sent twice makes one video. The first one holds while the form is on the page. */
  readonly formKey: string;
}

/** Say what the video is about, and go. */
export function Composer({ options, given, answer, formKey }: ComposerProps) {
  const strings = useStrings();
  const locale = useLocale();
  const online = useOnline();
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [key] = useState(formKey);
  const [values, change] = useCreateValues(given, field);
  const uploads = useUploads(options);
  const sending = useCreateSending(answer);

  const heard = useHeard(textOfValues(values));
  const language = shownLanguage(values, options, heard?.language);
  const chosen = chosenLanguage(values, options);
  const outline = useOutline(values, language, options);
  const context = { strings, options, language, locale };
  const words = sending.problems.map((problem) => problemWords(problem, context));
  const at = (target: string): string | undefined => words.find((each) => each.target === target)?.sentence;
  const seconds = values.tab === 'script' ? plannedSeconds([values.script], language) : values.seconds;

  /** A chosen language takes a voice that speaks it. */
  const choose = (to: Partial<CreateValues>): void => {
    const picked = options.voices.find(({ id }) => id === values.voice);
    const silent = to.language !== undefined && to.language !== '' && picked && !speaks(picked, to.language);
    change(silent ? { ...to, voice: '' } : to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.current?.requestSubmit(form.current.querySelector<HTMLButtonElement>('#make'));
  };
  return (
    <div className="create">
      <div className="create__work">
        {words.length > 0 && <ErrorSummary lines={words} at={sending.answer} />}
        <form
          ref={form}
          method="post"
          action="/?index"
          className="composer"
          onSubmit={sending.send}
          onKeyDown={onKeyDown}
        >
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="tab" value={values.tab} />
          <Tabs tab={values.tab} onChange={(tab) => change({ tab })} />
          <div className="card composer__card">
            <div
              id="panel"
              role="tabpanel"
              aria-labelledby={`tab-${values.tab}`}
              className={`panel panel--${values.tab}`}
            >
              {values.tab === 'script' ? (
                <ScriptFile onText={(script) => change({ script })}>
                  <ScriptField
                    field={field}
                    value={values.script}
                    language={language}
                    limits={options.limits}
                    error={at('script')}
                    onChange={(script) => change({ script })}
                  />
                </ScriptFile>
              ) : (
                <TopicField
                  field={field}
                  value={values.topic}
                  language={language}
                  limits={options.limits}
                  error={at('topic')}
                  onChange={(topic) => change({ topic })}
                />
              )}
              {values.tab !== 'media' && (
                <HeardAs
                  heard={chosen === undefined ? heard : undefined}
                  language={language}
                  options={options}
                  onChoose={(tag) => choose({ language: tag })}
                />
              )}
              {values.tab === 'topic' && (
                <Examples
                  onPick={(topic) => {
                    change({ topic });
                    field.current?.focus();
                  }}
                />
              )}
              {values.tab !== 'script' && (
                <>
                  <Brief values={values} error={at('callToAction')} onChange={change} />
                  <Notes value={values.notes} error={at('notes')} onChange={(notes) => change({ notes })} />
                </>
              )}
              {values.tab !== 'script' && options.offline.llm && <OutlineAhead outline={outline} />}
              {values.tab === 'media' && <MediaField uploads={uploads} limits={options.limits} />}
            </div>
            <Ticket
              values={values}
              options={options}
              language={language}
              text={textOfValues(values)}
              seconds={values.tab === 'script' && values.script.trim() !== '' ? seconds : undefined}
              open={chosen === undefined && heard === undefined}
              onChange={choose}
              wrong={words.map(({ target }) => target)}
              note={
                <TicketNotes
                  problems={sending.problems}
                  words={words}
                  options={options}
                  onUseVoice={(id) => {
                    change({ voice: id });
                    sending.dismiss();
                  }}
                />
              }
            />
            {/* Without scripts no sheet lets them be heard. */}
            <noscript>
              <p className="composer__voices small">
                <a className="text-link" href="/voices">
                  {strings.create.hearVoices}
                </a>
              </p>
            </noscript>
            <Actions
              tab={values.tab}
              estimate={estimate(options, seconds, values.aspects.length)}
              online={online}
              busy={sending.busy}
            />
          </div>
        </form>
      </div>
      <Sample style={values.imageStyle} />
    </div>
  );
}
