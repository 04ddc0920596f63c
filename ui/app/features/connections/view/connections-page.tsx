import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useLocation, useNavigate } from '@remix-run/react';
import { useStrings } from '../../../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { CircleAlert } from '../../../shared/ui/icons.ts';
import { Confirm } from '../../../shared/ui/confirm.tsx';
import type { ConnectionsAnswer } from '../model/answer.ts';
import { words } from '../model/words.ts';
import type { loadConnectionsPage } from '../server/connections-page.server.ts';
import { FoundHere } from './found-here.tsx';
import { Image, Lock, Mic, PencilLine } from './icons.ts';
import { PartSection } from './part-section.tsx';

const ICONS = { llm: PencilLine, image: Image, voice: Mic } as const;

/** Who writes, draws and speaks: read everywhere, changed at the machine itself. */
export function ConnectionsPage() {
  const { connections, found, isLocal, remove, kept } = useLoaderData<typeof loadConnectionsPage>();
  const answer = useActionData<ConnectionsAnswer | { unsent: true } | null>();
  const refused = answer && 'detail' in answer ? answer : undefined;
  const { hash } = useLocation();
  const navigate = useNavigate();
  const { offline } = useStrings();
  const { editable, problem, parts, services } = connections;
  const setUp = (part: (typeof parts)[number]): number => part.list.filter(({ isSetUp }) => isSetUp).length;
  return (
    <>
      {remove && (
        <Confirm
          title={words.askRemove(remove.label)}
          detail={words.askRemoveDetail}
          keep={words.keep}
          go={words.removeIt}
          intent={remove.variable}
          back="/connections"
          onKeep={() => void navigate('/connections', { replace: true, preventScrollReset: true })}
        />
      )}
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="page-head__sub">{editable ? words.lead : words.leadReadOnly}</p>
      </div>
      <div className="settings-page">
        <nav className="snav" aria-label={words.title}>
          <ul>
            {parts.map((part, index) => {
              const Icon = ICONS[part.part];
              const current = hash === `#${part.part}` || (index === 0 && hash === '');
              return (
                <li key={part.part}>
                  <a className="snav__link" href={`#${part.part}`} aria-current={current || undefined}>
                    <Icon size={18} />
                    <span>{words.parts[part.part]}</span>
                    <span className="snav__n" aria-label={words.setUp(setUp(part))} role="img">
                      {setUp(part)}
                    </span>
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
        <div className="settings-page__main">
          {answer && 'unsent' in answer && (
            <p className="field-error" role="alert">
              <CircleAlert className="field-error__icon" size={20} />
              {offline.refused(false)}
            </p>
          )}
          {problem !== undefined && (
            <p className="field-error" role="alert">
              <CircleAlert className="field-error__icon" size={20} />
              <span>{problem}</span>
            </p>
          )}
          {kept !== undefined && !refused && (
            <p className="kept" role="status">
              {words.kept(kept)}
            </p>
          )}
          {editable ? (
            <FoundHere found={found} fixed={parts.flatMap((p) => (p.fixedBy === undefined ? [] : p.part))} />
          ) : (
            <section className="card locked">
              <Lock size={20} />
              <div>
                <h2 className="locked__title">{words.readOnlyTitle}</h2>
                <p className="small">{isLocal ? words.readOnlyLocal : words.readOnly}</p>
              </div>
            </section>
          )}
          {parts.map((part, index) => (
            <PartSection
              key={part.part}
              isFirst={index === 0}
              part={part}
              editable={editable}
              services={services.filter((service) => service.parts.includes(part.part))}
              answer={refused?.part === part.part ? refused : undefined}
            />
          ))}
        </div>
      </div>
    </>
  );
}

export const connectionsMeta: MetaFunction = () => {
  const { errors } = stringsOf(DEFAULT_LOCALE);
  return [{ title: errors.title(words.title) }];
};
