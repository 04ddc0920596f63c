import { Form, useNavigation } from '@remix-run/react';
import type { PublicationJson } from '@shortfactory/contract';
import { useState } from 'react';
import { useHydrated } from '../../../../shared/browser/hydrated.ts';
import { Segments } from '../../../../shared/late/segments.tsx';
import { Refused } from '../../../../shared/ui/refused.tsx';
import { words } from '../../model/youtube-words.ts';
import type { PublishingRefused } from '../../server/publishing.server.ts';
import type { Publishing } from './youtube-card.tsx';

interface SendFormProps {
  readonly publishing: Publishing;
  /** One that was refused or stopped. */
  readonly publication: PublicationJson | undefined;
  readonly refused: PublishingRefused['youtube'] | undefined;
}

/** What a video is sent with. Works as a form without scripts: its time is in UTC then. */
export function SendForm({ publishing: { kit, bytes }, publication, refused }: SendFormProps) {
  const given = refused?.given ?? {};
  const field = refused?.field ?? publication?.problem?.field;
  const [privacy, setPrivacy] = useState(given['privacy'] ?? publication?.privacy ?? 'private');
  const [when, setWhen] = useState(given['when'] ?? 'now');
  const isSending = useNavigation().formData?.get('intent') === 'youtube-send';
  return (
    <Form method="post" action="#youtube" className="youtube__form" preventScrollReset>
      <div className="youtube__field">
        <span className="label">{words.privacy}</span>
        <Segments
          name="privacy"
          label={words.privacy}
          value={when === 'later' ? 'private' : privacy}
          choices={Object.entries(words.privacies)}
          onChange={setPrivacy}
        />
      </div>
      <div className="youtube__field youtube__when">
        <span className="label">{words.when}</span>
        <Segments
          name="when"
          label={words.when}
          value={when}
          choices={[
            ['now', words.now],
            ['later', words.later],
          ]}
          onChange={setWhen}
        />
        <TimeField given={given['publishAt'] ?? ''} refused={field === 'publishAt' ? refused : undefined} />
      </div>
      <Switch name="kids" isOn={'kids' in given}>
        {words.kids}
      </Switch>
      <Switch
        name="synthetic"
        isOn={refused ? 'synthetic' in given : kit.isSynthetic}
        detail={kit.isSynthetic ? words.syntheticOn : words.syntheticOff}
      >
        {words.synthetic}
      </Switch>
      <details className="youtube__words" open={field === 'title' || field === 'description' || undefined}>
        <summary>{words.wording}</summary>
        <Wording
          name="title"
          value={given['title'] ?? publication?.title ?? kit.title}
          field={field}
          refused={refused}
        >
          {words.titleField}
        </Wording>
        <Wording
          name="description"
          value={given['description'] ?? kit.text}
          field={field}
          refused={refused}
          isLong
        >
          {words.description}
        </Wording>
      </details>
      <div className="youtube__send">
        <button className="button" name="intent" value="youtube-send" aria-busy={isSending}>
          {isSending && <span className="spinner" />}
          {isSending ? words.sending : words.send(bytes)}
        </button>
        <span className="small quiet">{words.with}</span>
      </div>
    </Form>
  );
}

function TimeField({
  given,
  refused,
}: {
  readonly given: string;
  readonly refused: PublishingRefused['youtube'] | undefined;
}) {
  const hydrated = useHydrated();
  const [value, setValue] = useState(given);
  const atMs = hydrated ? new Date(value).getTime() : NaN;
  const zone = hydrated ? Intl.DateTimeFormat().resolvedOptions().timeZone.replace('_', ' ') : 'UTC';
  return (
    <div className="youtube__time">
      <label className="label" htmlFor="youtube-time">
        {words.time}
      </label>
      <input
        className="input"
        id="youtube-time"
        type="datetime-local"
        name="publishAt"
        value={value}
        onChange={(event) => setValue(event.target.value)}
        aria-describedby={refused ? 'youtube-time-error' : 'youtube-time-hint'}
        aria-invalid={refused ? true : undefined}
      />
      <input type="hidden" name="moment" value={Number.isNaN(atMs) ? '' : new Date(atMs).toISOString()} />
      {refused && <Refused id="youtube-time-error">{refused.sentence}</Refused>}
      <p className="small quiet" id="youtube-time-hint">
        {words.zone(zone)}
      </p>
    </div>
  );
}

interface SwitchProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly detail?: string;
  readonly children: string;
}

function Switch({ name, isOn, detail, children }: SwitchProps) {
  return (
    <div className="youtube__switch">
      <label htmlFor={`youtube-${name}`}>
        <span className="youtube__name">{children}</span>
        {detail !== undefined && <span className="small quiet youtube__detail">{detail}</span>}
      </label>
      <input
        id={`youtube-${name}`}
        className="switch"
        type="checkbox"
        role="switch"
        name={name}
        defaultChecked={isOn}
      />
    </div>
  );
}

interface WordingProps {
  readonly name: 'title' | 'description';
  readonly value: string;
  /** What was not taken. */
  readonly field: string | undefined;
  readonly refused: PublishingRefused['youtube'] | undefined;
  readonly isLong?: boolean;
  readonly children: string;
}

function Wording({ name, value, field, refused, isLong = false, children }: WordingProps) {
  const id = `youtube-${name}`;
  const isBad = field === name;
  const shared = {
    ...{ id, name, defaultValue: value, 'aria-invalid': isBad || undefined, dir: 'auto' as const },
    'aria-describedby': isBad && refused ? `${id}-error` : undefined,
  };
  return (
    <div className="youtube__field">
      <label className="label" htmlFor={id}>
        {children}
      </label>
      {isLong ? (
        <textarea className="input youtube__text" rows={6} maxLength={5000} {...shared} />
      ) : (
        <input className="input" maxLength={400} {...shared} />
      )}
      {isBad && refused && <Refused id={`${id}-error`}>{refused.sentence}</Refused>}
    </div>
  );
}
