import type { FoundJson } from '@shortfactory/contract';
import { Form, useNavigation } from '@remix-run/react';
import { Plus, RefreshCw } from '../../../shared/ui/icons.ts';
import { words } from '../model/words.ts';
import type { Part } from '../model/words.ts';
import { ChevronDown, Radar } from './icons.ts';

interface FoundHereProps {
  readonly found: FoundJson['found'];
  /** Parts that the environment decides. */
  readonly fixed: readonly Part[];
}

/** Model servers of this machine; each is used when a person says so, and not before. */
export function FoundHere({ found, fixed }: FoundHereProps) {
  const { state, formData } = useNavigation();
  return (
    <section className="card found-here" aria-labelledby="found-heading">
      <div className="found-here__head">
        <span className="found-here__icon">
          <Radar size={24} />
        </span>
        <div className="found-here__words">
          <h2 id="found-heading">{words.found}</h2>
          <p className="small quiet" role="status">
            {found.length === 0 ? words.foundNone : words.foundSome(found.length, '127.0.0.1')}
          </p>
        </div>
        <Form action="/connections" preventScrollReset>
          <button className="button button--small" aria-busy={state !== 'idle' && formData === undefined}>
            <RefreshCw size={16} />
            {words.again}
          </button>
        </Form>
      </div>
      {found.length > 0 && (
        <ul>
          {found.map(({ name, label, address, models, parts }) => (
            <li key={name}>
              <Form method="post" action="/connections" className="offer" preventScrollReset>
                <input type="hidden" name="do" value="add" />
                <input type="hidden" name="service" value={name} />
                <input type="hidden" name="part" value={parts[0]} />
                <span className="conn__face" aria-hidden="true">
                  {label.charAt(0)}
                </span>
                <div className="conn__words">
                  <p className="conn__name">{label}</p>
                  <p className="conn__detail">{words.models(new URL(address).host, models.length)}</p>
                </div>
                <span className="select-box offer__model">
                  <select className="input" name="model" aria-label={words.modelOf(label)}>
                    {models.map((model) => (
                      <option key={model}>{model}</option>
                    ))}
                  </select>
                  <ChevronDown size={16} />
                </span>
                <button
                  className="button button--small"
                  disabled={parts.some((part) => fixed.includes(part))}
                  aria-label={`${words.use[parts[0] ?? 'llm']}: ${label}`}
                >
                  <Plus size={16} />
                  {words.use[parts[0] ?? 'llm']}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
