import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { CreateAnswer } from '../model/answer.ts';
import { estimate } from '../model/estimate.ts';
import type { CreateValues } from '../model/fields.ts';
import { languageOf } from '../model/language-of.ts';
import { useCreateSending, useCreateValues } from '../model/use-create-form.ts';
import { useUploads } from '../model/use-uploads.ts';
import { voicesFor } from '../../../shared/format/languages.ts';
import { plannedSeconds } from '../../../shared/format/length.ts';
import { useOnline } from '../../../shared/connection/online.ts';
import type { Options } from '../../../shared/api/script.ts';
import { useLocale, useStrings } from '../../../shared/strings/context.tsx';
import { Actions } from './actions.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { MediaField } from './media-field.tsx';
import { problemWords } from './problem-words.ts';
import { Sample } from './sample.tsx';
import { Tabs } from './tabs.tsx';
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

  const language = languageOf(values, options);
  const voice = values.voice === '' ? (voicesFor(options.voices, language)[0]?.id ?? '') : values.voice;
  const context = { strings, options, language, locale };
  const words = sending.problems.map((problem) => problemWords(problem, context));
  const at = (target: string): string | undefined => words.find((each) => each.target === target)?.sentence;
  const seconds = values.tab === 'script' ? plannedSeconds([values.script], language) : values.seconds;

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
                <ScriptField
                  field={field}
                  value={values.script}
                  language={language}
                  limits={options.limits}
                  error={at('script')}
                  onChange={(script) => change({ script })}
                />
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
              {values.tab === 'topic' && (
                <Examples
                  onPick={(topic) => {
                    change({ topic });
                    field.current?.focus();
                  }}
                />
              )}
              {values.tab === 'media' && <MediaField uploads={uploads} limits={options.limits} />}
            </div>
            <Ticket
              values={values}
              options={options}
              language={language}
              voice={voice}
              onChange={change}
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
