import { useEffect, useRef } from 'react';
import { moment } from '../../../shared/format/format.ts';
import { useNow } from '../../../shared/format/now.ts';
import { CircleAlert } from '../../../shared/ui/icons.ts';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Unplug } from '../model/icons.ts';
import { words } from '../model/words.ts';
import type { Trouble as TroubleOf } from '../server/sign-in-page.server.ts';

interface TroubleProps {
  readonly trouble: TroubleOf;
  readonly name: string;
  readonly domains: readonly string[];
}

/** Why the sign-in before came to nothing. The focus goes there. */
export function Trouble({ trouble, name, domains }: TroubleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { kind } = trouble;
  useEffect(() => heading.current?.focus(), [kind]);
  if (kind === 'out')
    return (
      <p className="sign-in__lead" role="status">
        {words.out}
      </p>
    );
  const [title, detail] = said(trouble, name, domains);
  return (
    <Notice
      kind="stopped"
      icon={kind === 'down' ? <Unplug size={24} /> : <CircleAlert size={24} />}
      title={title}
      role="alert"
      heading={heading}
    >
      <p>{detail}</p>
      {kind === 'down' && <WhatWasAsked asked={trouble.asked} />}
    </Notice>
  );
}

function said(
  trouble: Exclude<TroubleOf, { readonly kind: 'out' }>,
  name: string,
  domains: readonly string[],
): [title: string, detail: string] {
  switch (trouble.kind) {
    case 'down':
      return [words.down(name), words.downDetail];
    case 'refused':
      return [words.refusedOf(trouble.account), words.refusedDetail(domains)];
    case 'unproven':
      return [words.unproven, words.unprovenDetail(name)];
    default:
      return [words.begun, words.begunDetail];
  }
}

function WhatWasAsked({
  asked,
}: {
  readonly asked: readonly { readonly atMs: number; readonly answer: string }[];
}) {
  const { locale, timeZone } = useNow();
  return (
    <details className="sign-in__asked">
      <summary>{words.asked}</summary>
      <dl>
        {asked.map(({ atMs, answer }) => (
          <div key={atMs}>
            <dt>{moment(locale, timeZone, atMs)}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
