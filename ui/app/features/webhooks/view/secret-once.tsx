import { useEffect, useRef } from 'react';
import { copyText } from '../../../shared/browser/browser-features.ts';
import { Copy } from '../../../shared/ui/icons.ts';
import { useToast } from '../../../shared/ui/toast.tsx';
import { words } from '../model/words.ts';

/** A secret, the one time that it is shown. */
export function SecretOnce({ url, secret }: { readonly url: string; readonly secret: string }) {
  const toast = useToast();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = (): void => void copyText(secret).then((done) => toast(done ? words.copied : words.notCopied));
  return (
    <section className="card webhooks__secret" aria-labelledby="webhooks-secret">
      <h2 id="webhooks-secret" ref={heading} tabIndex={-1}>
        {words.secret}
      </h2>
      <p className="small quiet webhooks__url">{url}</p>
      <p>{words.secretOnce}</p>
      <p className="webhooks__ways">
        <code className="code">{secret}</code>
        <button type="button" className="button button--small needs-script" onClick={copy}>
          <Copy size={16} />
          {words.copy}
        </button>
      </p>
    </section>
  );
}
