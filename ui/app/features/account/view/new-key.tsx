import { Form, useNavigation } from '@remix-run/react';
import { KEY_LIMITS, KEY_SCOPES } from '@shortfactory/core';
import { useEffect, useRef } from 'react';
import { useNow } from '../../../shared/format/now.ts';
import { ChevronDown } from '../../../shared/ui/icons.ts';
import { Refused } from '../../../shared/ui/refused.tsx';
import { words } from '../model/key-words.ts';
import { DAY_MS, dateOf } from '../../../shared/account/when.ts';
import type { RefusedKey } from '../server/keys-page.server.ts';

const DAYS = [7, 30, 90, 180, 365];

/** What a new key is for, when it ends, and what it may. */
export function NewKey({ refused }: { readonly refused: RefusedKey | undefined }) {
  const sent = useNavigation().formData?.get('do') === 'make';
  const { nowMs } = useNow();
  const name = useRef<HTMLInputElement>(null);
  const scopes = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (!refused) return;
    const wrong = refused.where === 'scopes' ? scopes.current?.querySelector('input') : name.current;
    wrong?.focus();
  }, [refused]);
  const chosen = refused?.scopes ?? ['read', 'make'];
  const problemOf = (where: RefusedKey['where']): string | undefined =>
    refused?.where === where ? refused?.refused : undefined;
  return (
    <Form method="post" action="/account/keys" className="keys__new" preventScrollReset noValidate>
      <h3>{words.newKey}</h3>
      <input type="hidden" name="do" value="make" />
      <div className="keys__columns">
        <div className="keys__column">
          <div className="field">
            <label className="label" htmlFor="key-name">
              {words.name}
            </label>
            <input
              ref={name}
              className="input"
              id="key-name"
              name="name"
              required
              dir="auto"
              maxLength={KEY_LIMITS.nameChars}
              autoComplete="off"
              defaultValue={refused?.name}
              aria-describedby={problemOf('name') === undefined ? 'key-name-hint' : 'key-name-error'}
              aria-invalid={problemOf('name') === undefined ? undefined : true}
            />
            {problemOf('name') === undefined ? (
              <p className="small quiet" id="key-name-hint">
                {words.nameHint}
              </p>
            ) : (
              <Refused id="key-name-error">{problemOf('name')}</Refused>
            )}
          </div>
          <div className="field">
            <label className="label" htmlFor="key-days">
              {words.end}
            </label>
            <span className="keys__select">
              <select
                className="input"
                id="key-days"
                name="days"
                defaultValue={refused?.days || KEY_LIMITS.defaultDays}
              >
                {DAYS.map((days) => (
                  <option key={days} value={days}>
                    {words.endIn(days, dateOf(nowMs + days * DAY_MS))}
                  </option>
                ))}
              </select>
              <ChevronDown size={20} />
            </span>
          </div>
        </div>
        <fieldset
          ref={scopes}
          className="keys__scopes"
          aria-describedby={problemOf('scopes') === undefined ? 'key-scopes-hint' : 'key-scopes-error'}
        >
          <legend className="label">{words.may}</legend>
          {KEY_SCOPES.map((scope) => (
            <label key={scope} className="keys__scope">
              <input type="checkbox" name="scope" value={scope} defaultChecked={chosen.includes(scope)} />
              <span>
                <span className="keys__said">{words.scope[scope]}</span>
                <span className="small quiet">{words.scopeDetail[scope]}</span>
              </span>
            </label>
          ))}
          {problemOf('scopes') === undefined ? (
            <p className="small quiet" id="key-scopes-hint">
              {words.scopeNote}
            </p>
          ) : (
            <Refused id="key-scopes-error">{problemOf('scopes')}</Refused>
          )}
        </fieldset>
      </div>
      {refused && refused.where === undefined && <Refused>{refused.refused}</Refused>}
      <button className="button button--primary" aria-busy={sent}>
        {sent && <span className="spinner" />}
        {sent ? words.making : words.make}
      </button>
    </Form>
  );
}
