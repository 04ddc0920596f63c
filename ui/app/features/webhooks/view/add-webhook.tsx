import { WEBHOOK_EVENTS } from '@shortfactory/core';
import { Form, useNavigation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { words } from '../model/words.ts';
import { Refused } from '../../../shared/ui/refused.tsx';

interface AddWebhookProps {
  readonly refused: { readonly refused: string; readonly url: string } | undefined;
}

/** An address, and what it is told of. */
export function AddWebhook({ refused }: AddWebhookProps) {
  const sent = useNavigation().formData?.get('do') === 'add';
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (refused) field.current?.focus();
  }, [refused]);
  return (
    <Form method="post" action="/webhooks" className="webhooks__add" preventScrollReset>
      <input type="hidden" name="do" value="add" />
      <div className="field">
        <label className="label" htmlFor="webhook-url">
          {words.address}
        </label>
        <input
          ref={field}
          className="input"
          id="webhook-url"
          name="url"
          type="url"
          required
          maxLength={1000}
          spellCheck={false}
          autoComplete="off"
          placeholder="https://example.org/hook"
          defaultValue={refused?.url}
          aria-describedby={refused ? 'webhook-error' : 'webhook-hint'}
          aria-invalid={refused ? true : undefined}
        />
        {refused ? (
          <Refused id="webhook-error">{refused.refused}</Refused>
        ) : (
          <p className="small quiet" id="webhook-hint">
            {words.addressHint}
          </p>
        )}
      </div>
      <fieldset className="webhooks__events">
        <legend className="label">{words.events}</legend>
        {WEBHOOK_EVENTS.map((event) => (
          <label key={event} className="webhooks__event">
            <input type="checkbox" name="event" value={event} defaultChecked={event !== 'video.cancelled'} />
            {words.event[event]}
          </label>
        ))}
      </fieldset>
      <button className="button button--primary" aria-busy={sent}>
        {sent && <span className="spinner" />}
        {sent ? words.adding : words.add}
      </button>
    </Form>
  );
}
