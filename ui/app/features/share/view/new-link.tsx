import { Form, useNavigation } from '@remix-run/react';
import { LINK_LIMITS } from '@shortfactory/core';
import { useEffect, useRef } from 'react';
import { DAY_MS } from '../../../shared/account/when.ts';
import { useNow } from '../../../shared/format/now.ts';
import { Refused } from '../../../shared/ui/refused.tsx';
import { words } from '../model/share-words.ts';

const DAYS = [1, 14, 90];

interface NewLinkProps {
  readonly refused: { readonly refused: string; readonly where: 'until' | undefined } | undefined;
}

/** When a new link ends, and whether the file may be saved. */
export function NewLink({ refused }: NewLinkProps) {
  const sent = useNavigation().formData?.get('do') === 'make';
  const { nowMs } = useNow();
  const day = useRef<HTMLInputElement>(null);
  const aDay = useRef<HTMLInputElement>(null);
  const isDayWrong = refused?.where === 'until';
  useEffect(() => {
    if (isDayWrong) day.current?.focus();
  }, [isDayWrong, refused]);
  const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  return (
    <Form method="post" className="card share__new" preventScrollReset noValidate>
      <input type="hidden" name="do" value="make" />
      <fieldset className="share__end">
        <legend className="label">{words.until}</legend>
        <div className="share__days">
          {DAYS.map((days) => (
            <label key={days} className="share__choice">
              <input
                type="radio"
                name="days"
                value={days}
                defaultChecked={!isDayWrong && days === LINK_LIMITS.defaultDays}
              />
              {words.days(days)}
            </label>
          ))}
          <label className="share__choice">
            <input ref={aDay} type="radio" name="days" value="day" defaultChecked={isDayWrong} />
            {words.aDay}
          </label>
          <input
            ref={day}
            className="input share__day"
            type="date"
            name="until"
            aria-label={words.day}
            min={dateOf(nowMs)}
            max={dateOf(nowMs + LINK_LIMITS.days * DAY_MS)}
            aria-describedby={isDayWrong ? 'share-error' : 'share-hint'}
            aria-invalid={isDayWrong ? true : undefined}
            onChange={() => {
              if (aDay.current) aDay.current.checked = true;
            }}
          />
        </div>
        {isDayWrong ? (
          <Refused id="share-error">{refused?.refused}</Refused>
        ) : (
          <p className="small quiet" id="share-hint">
            {words.dayHint}
          </p>
        )}
      </fieldset>
      <label className="share__choice">
        <input type="checkbox" name="download" value="on" defaultChecked />
        {words.download}
      </label>
      {refused && !isDayWrong && <Refused>{refused.refused}</Refused>}
      <button className="button button--primary" aria-busy={sent}>
        {sent && <span className="spinner" />}
        {sent ? words.making : words.make}
      </button>
    </Form>
  );
}
