import { Form, useNavigation } from '@remix-run/react';
import type { MaintenanceJson } from '@shortfactory/contract';
import { moment } from '../model/figures.ts';
import { words } from '../model/words.ts';

const ENDS = [15, 30, 60, 120, 360];
const MOST_CHARS = 160;

/** Whether new work is taken, and the form that changes it. */
export function Maintenance({ state }: { readonly state: MaintenanceJson }) {
  const sent =
    (useNavigation().formData?.get('do') as string | undefined)?.startsWith('maintenance') === true;
  const { maintenance } = words;
  return (
    <section aria-labelledby="operate-maintenance">
      <h2 id="operate-maintenance">{maintenance.title}</h2>
      <Form method="post" action="/operate" className="card operate__form" preventScrollReset>
        {state.on ? (
          <>
            <p className="operate__what">{words.resting(state.ends && moment(state.ends))}</p>
            <p dir="auto">{state.sentence}</p>
            <button className="button button--primary" name="do" value="maintenance-off" aria-busy={sent}>
              {maintenance.back}
            </button>
          </>
        ) : (
          <>
            <p className="operate__what">{maintenance.off}</p>
            <p className="small quiet">{maintenance.note}</p>
            <div className="field">
              <label className="label" htmlFor="maintenance-sentence">
                {maintenance.sentence}
              </label>
              <textarea
                className="input"
                id="maintenance-sentence"
                name="sentence"
                rows={3}
                dir="auto"
                required
                maxLength={MOST_CHARS}
                defaultValue={maintenance.standard}
              />
            </div>
            <div className="field">
              <label className="label" htmlFor="maintenance-minutes">
                {maintenance.ends}
              </label>
              <select className="input" id="maintenance-minutes" name="minutes" defaultValue="30">
                {ENDS.map((minutes) => (
                  <option key={minutes} value={minutes}>
                    {maintenance.inMinutes(minutes)}
                  </option>
                ))}
                <option value="0">{maintenance.byHand}</option>
              </select>
            </div>
            <button className="button" name="do" value="maintenance-on" aria-busy={sent}>
              {maintenance.on}
            </button>
          </>
        )}
      </Form>
    </section>
  );
}
