import type { VoiceInstallJson, VoicesJson } from '@shortfactory/contract';
import { Link, useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { bytes } from '../../../../shared/format/format.ts';
import { nameOf, voicesFor } from '../../../../shared/format/languages.ts';
import { useLocale } from '../../../../shared/strings/context.tsx';
import { useToast } from '../../../../shared/ui/toast.tsx';
import { AddedElsewhere, askInstall, followInstall } from '../../model/voice-install.ts';
import { words } from './words.ts';

const MOST_SHOWN = 3;

interface AddVoicesProps {
  readonly language: string;
  readonly hasNatural: boolean;
}

type Addable = NonNullable<VoicesJson['addable']>[number];

/** Natural voices of the language that this machine could have, each with a button that adds it. */
export function AddVoices({ language, hasNatural }: AddVoicesProps) {
  const locale = useLocale();
  const say = useToast();
  const { revalidate } = useRevalidator();
  const [addable, setAddable] = useState<VoicesJson['addable'] | 'unknown'>('unknown');
  const [install, setInstall] = useState<VoiceInstallJson>();
  const [fault, setFault] = useState<{ readonly voice: string; readonly detail: string }>();
  const [isElsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    fetch('/api/voices', { signal: stop.signal })
      .then(async (answer) => answer.ok && setAddable(((await answer.json()) as VoicesJson).addable))
      // Nothing is lost: the page of voices says it, too.
      .catch(() => undefined);
    return () => stop.abort();
  }, []);
  const all = addable === 'unknown' ? [] : (addable ?? []);
  const underWay = all.find(({ adding }) => adding)?.id;
  useEffect(() => (underWay === undefined ? undefined : followInstall(underWay, setInstall)), [underWay]);

  const add = async (voice: Addable): Promise<void> => {
    setFault(undefined);
    try {
      setInstall(await askInstall(voice.id, 'POST'));
      // The sheet may be closed by then.
      followInstall(voice.id, (now) => {
        setInstall(now);
        if (now.state === 'failed') setFault({ voice: nameOf(voice), detail: now.detail ?? '' });
        if (now.state !== 'installed') return;
        setAddable((before) => (before === 'unknown' ? before : before?.filter(({ id }) => id !== voice.id)));
        say(words.added(nameOf(voice)));
        revalidate();
      });
    } catch (error) {
      if (error instanceof AddedElsewhere) return setElsewhere(true);
      setFault({ voice: nameOf(voice), detail: error instanceof Error ? error.message : '' });
    }
  };
  const stop = (voice: string): void => {
    // What comes of it is told by who follows.
    askInstall(voice, 'DELETE').catch(() => undefined);
  };

  if (addable === 'unknown') return null;
  const fitting = voicesFor(all, language);
  const [first] = fitting;
  if (!first && (addable !== undefined || hasNatural)) return null;
  return (
    <section className="pick__block" aria-label={words.addTitle}>
      <h3>{words.addTitle}</h3>
      {first ? (
        <>
          <p className="small quiet">{words.addable}</p>
          <ul className="pick__addable">
            {fitting.slice(0, MOST_SHOWN).map((voice) => {
              const isAdding = install?.voice === voice.id && install.state === 'adding';
              return (
                <li key={voice.id} className="pick__add">
                  <span className="pick__add-words">
                    <span className="voice__name">{nameOf(voice)}</span>
                    <span className="small quiet">
                      {words.addBy(voice.licence, bytes(locale, voice.bytes))}
                    </span>
                  </span>
                  {isAdding ? (
                    <button
                      type="button"
                      className="button button--small"
                      aria-label={words.stopAdding(nameOf(voice))}
                      onClick={() => stop(voice.id)}
                    >
                      {words.stopIt}
                    </button>
                  ) : (
                    !isElsewhere && (
                      <button
                        type="button"
                        className="button button--small"
                        aria-label={words.addOf(nameOf(voice))}
                        onClick={() => void add(voice)}
                      >
                        {words.addIt}
                      </button>
                    )
                  )}
                  {isAdding && <Progress {...install} name={nameOf(voice)} />}
                </li>
              );
            })}
          </ul>
          {fault && (
            <p className="pick__fault" role="alert">
              {words.notAdded(fault.voice, fault.detail)}
            </p>
          )}
          <p className="small quiet">{isElsewhere ? words.addedAtMachine : words.byCommand}</p>
          <p>
            <code className="code pick__command">npm run voices -- add {first.id}</code>
          </p>
        </>
      ) : (
        <p className="small quiet">{words.addedElsewhere}</p>
      )}
      <Link className="text-link small" to={`/voices?language=${encodeURIComponent(language)}`}>
        {words.allVoices}
      </Link>
    </section>
  );
}

/** How far it is; readers hear each quarter. */
function Progress({ name, bytes: arrived, of }: VoiceInstallJson & { readonly name: string }) {
  const locale = useLocale();
  const percent = of === 0 ? 100 : Math.floor((arrived / of) * 100);
  return (
    <span className="pick__progress">
      <progress value={arrived} max={Math.max(of, 1)} aria-label={words.adding(name)} />
      <span className="small quiet" aria-hidden="true">
        {words.arrived(percent, bytes(locale, arrived), bytes(locale, of))}
      </span>
      <span className="unseen" role="status">
        {words.quarter(name, Math.floor(percent / 25) * 25)}
      </span>
    </span>
  );
}
