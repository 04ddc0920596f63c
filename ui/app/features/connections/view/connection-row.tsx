import type { ConnectionJson } from '@shortfactory/contract';
import { Form, Link, useNavigation, useSubmit } from '@remix-run/react';
import type { KeyboardEvent, ReactNode } from 'react';
import { moment } from '../../../shared/format/format.ts';
import { useNow } from '../../../shared/format/now.ts';
import { ArrowDown, ArrowUp, Check, CircleAlert, CircleDashed, Timer } from '../../../shared/ui/icons.ts';
import { latency, stateOf, words } from '../model/words.ts';
import type { Part } from '../model/words.ts';
import { Circle, House } from './icons.ts';

interface ConnectionRowProps {
  readonly connection: ConnectionJson;
  readonly part: Part;
  /** The variable of the list. */
  readonly variable: string;
  readonly at: number;
  readonly of: number;
  readonly editable: boolean;
  readonly mayChange: boolean;
}

/** One that is asked: what it needs, how it was when it was tested, and its ways. */
export function ConnectionRow({
  connection,
  part,
  variable,
  at,
  of,
  editable,
  mayChange,
}: ConnectionRowProps) {
  const { entry, label, model, here, isSetUp, key, tested } = connection;
  const submit = useSubmit();
  const navigation = useNavigation();
  const testing =
    navigation.formData?.get('do') === 'test' &&
    navigation.formData.get('entry') === entry &&
    navigation.formData.get('part') === part;
  const movable = mayChange && of > 1;
  const onKeyDown = (event: KeyboardEvent): void => {
    const way = event.key === 'ArrowUp' ? 'earlier' : event.key === 'ArrowDown' ? 'later' : undefined;
    if (!event.altKey || !way) return;
    event.preventDefault();
    submit({ do: way, part, entry }, { method: 'post', action: '/connections', preventScrollReset: true });
  };
  return (
    <li className="conn">
      <span className="conn__face" aria-hidden="true">
        {here ? <House size={18} /> : label.charAt(0)}
      </span>
      <div className="conn__words">
        <p className="conn__name">
          {movable ? (
            <button
              type="button"
              className="conn__n"
              aria-label={words.asked(at + 1, label)}
              onKeyDown={onKeyDown}
            >
              {at + 1}
            </button>
          ) : (
            of > 1 && <span className="conn__n">{at + 1}</span>
          )}
          {label}
          {model !== undefined && <span className="tag">{model}</span>}
        </p>
        <p className="conn__detail">
          <Detail connection={connection} part={part} variable={variable} editable={editable} />
        </p>
        {tested?.ok === false && <p className="conn__fault">{tested.detail}</p>}
      </div>
      <State connection={connection} at={at} />
      {editable && (
        <Form method="post" action="/connections" preventScrollReset className="conn__ways">
          <input type="hidden" name="part" value={part} />
          <input type="hidden" name="entry" value={entry} />
          {movable && at > 0 && (
            <button className="icon-button" name="do" value="earlier" aria-label={words.earlier(label)}>
              <ArrowUp size={18} />
            </button>
          )}
          {movable && at === 0 && (
            <button className="icon-button" name="do" value="later" aria-label={words.later(label)}>
              <ArrowDown size={18} />
            </button>
          )}
          {!here && isSetUp && (
            <button
              className="button button--small"
              name="do"
              value="test"
              aria-label={testing ? words.testing : words.testOf(label)}
              aria-busy={testing}
            >
              {testing ? <span className="spinner" /> : words.test}
            </button>
          )}
          {key?.from === 'entered' ? (
            <Link
              className="button button--small button--danger"
              to={`?remove=${key.variable}`}
              preventScrollReset
              aria-label={words.removeKeyOf(label)}
            >
              {words.remove}
            </Link>
          ) : (
            mayChange &&
            !here && (
              <button
                className="button button--small button--danger"
                name="do"
                value="drop"
                aria-label={words.removeOf(label)}
              >
                {words.remove}
              </button>
            )
          )}
        </Form>
      )}
    </li>
  );
}

function Detail({
  connection: { key, here, entry, address },
  part,
  variable,
  editable,
}: Pick<ConnectionRowProps, 'connection' | 'part' | 'variable' | 'editable'>): ReactNode {
  const { locale, timeZone } = useNow();
  if (!editable && (here || !key))
    return (
      <>
        <code className="code">{entry}</code> in <code className="code">{variable}</code>
      </>
    );
  if (here) return entry === 'neural' ? words.natural : words.here[part];
  if (!key) return `${address === undefined ? '' : `${new URL(address).host}. `}${words.noKeyNeeded}`;
  if (key.from === 'entered')
    return key.setAt === undefined
      ? words.keyHeld
      : words.keySet(moment(locale, timeZone, Date.parse(key.setAt)));
  return (
    <>
      <code className="code">{key.variable}</code>{' '}
      {
        {
          environment: words.keyEnvironment,
          'secret-manager': words.keySecretManager,
          missing: words.keyMissing,
        }[key.from]
      }
    </>
  );
}

function State({ connection, at }: { readonly connection: ConnectionJson; readonly at: number }) {
  const state = stateOf(connection, at);
  const Icon = {
    ok: Check,
    slow: Timer,
    broken: CircleAlert,
    standing: CircleDashed,
    untested: CircleDashed,
    none: Circle,
  }[state];
  return (
    <div className="conn__state">
      <span className={`st st--${state}`}>
        <Icon size={16} />
        {words.states[state]}
      </span>
      {connection.tested?.ok === true && (
        <span className="conn__more">{latency(connection.tested.latencyMs)}</span>
      )}
    </div>
  );
}
