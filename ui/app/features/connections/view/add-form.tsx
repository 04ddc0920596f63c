import type { ConnectionsJson } from '@shortfactory/contract';
import { Form, useNavigation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useHydrated } from '../../../shared/browser/hydrated.ts';
import { CircleAlert, Plus } from '../../../shared/ui/icons.ts';
import type { ConnectionsAnswer } from '../model/answer.ts';
import { words } from '../model/words.ts';
import type { Part } from '../model/words.ts';
import { ChevronDown } from './icons.ts';

interface AddFormProps {
  readonly part: Part;
  readonly services: ConnectionsJson['services'];
  readonly answer: ConnectionsAnswer | undefined;
}

/** A service, its key and its model: tested first, and kept only when it works. The key is never shown again. */
export function AddForm({ part, services, answer }: AddFormProps) {
  const hydrated = useHydrated();
  const navigation = useNavigation();
  const sent = navigation.formData;
  const busy = sent?.get('do') === 'add' && sent.get('part') === part;
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(answer?.values.service ?? services[0]?.name ?? '');
  const service = services.find((each) => each.name === name) ?? services[0];
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [answer]);
  if (!service) return null;
  const id = (field: string): string => `${part}-${field}`;
  const wrong = (field: string) =>
    answer && (answer.field === field || (answer.field === '' && field === 'address'))
      ? { 'aria-invalid': true, 'aria-describedby': id('error') }
      : {};
  // A service with an address and a model of its own asks for neither; without scripts the server decides.
  const asksAll = !hydrated || service.needsModel;
  return (
    <details className="addkey" open={answer !== undefined || undefined}>
      <summary className="addkey__open">
        <Plus size={16} />
        {words.add[part]}
      </summary>
      <Form
        method="post"
        action="/connections"
        ref={form}
        className="addkey__form"
        preventScrollReset
        aria-label={words.add[part]}
      >
        <input type="hidden" name="do" value="add" />
        <input type="hidden" name="part" value={part} />
        <div className="addkey__grid">
          <div className="field">
            <label className="label" htmlFor={id('service')}>
              {words.service}
            </label>
            <span className="select-box">
              <select
                className="input"
                id={id('service')}
                name="service"
                {...(hydrated ? { value: service.name } : { defaultValue: service.name })}
                onChange={(event) => setName(event.target.value)}
                {...wrong('service')}
              >
                {services.map((each) => (
                  <option key={each.name} value={each.name}>
                    {each.label}
                  </option>
                ))}
              </select>
              <ChevronDown size={16} />
            </span>
          </div>
          {asksAll && (
            <div className="field">
              <label className="label" htmlFor={id('address')}>
                {words.address}
              </label>
              <input
                key={hydrated ? service.name : ''}
                className="input"
                id={id('address')}
                name="address"
                spellCheck={false}
                autoComplete="off"
                placeholder="https://models.example.org/v1"
                defaultValue={
                  answer?.values.service === service.name || !hydrated
                    ? (answer?.values.address ?? '')
                    : (service.address ?? '')
                }
                {...wrong('address')}
              />
            </div>
          )}
          <div className="field">
            <label className="label" htmlFor={id('key')}>
              {hydrated && service.key ? words.keyIn(service.key.variable) : words.key}
            </label>
            <input
              key={service.name}
              className="input"
              id={id('key')}
              name="key"
              type="password"
              spellCheck={false}
              autoComplete="off"
              disabled={hydrated && service.key?.from === 'environment'}
              placeholder={
                service.key?.from === 'entered'
                  ? words.keyHave
                  : service.key?.from === 'environment'
                    ? words.keyEnvironment
                    : undefined
              }
              {...wrong('key')}
            />
          </div>
          {asksAll && (
            <div className="field">
              <label className="label" htmlFor={id('model')}>
                {words.model}
              </label>
              <input
                className="input"
                id={id('model')}
                name="model"
                spellCheck={false}
                autoComplete="off"
                defaultValue={answer?.values.model ?? ''}
                {...wrong('model')}
              />
            </div>
          )}
        </div>
        {answer && (
          <p className="field-error" id={id('error')} role="alert">
            <CircleAlert className="field-error__icon" size={20} />
            <span>{answer.detail}</span>
          </p>
        )}
        <div className="addkey__ways">
          <button className="button button--primary" aria-busy={busy}>
            {busy && <span className="spinner" />}
            {busy ? words.testing : words.testAndKeep}
          </button>
          <span className="small quiet">{words.addressHint(hydrated) || words.testFree}</span>
        </div>
      </Form>
    </details>
  );
}
