import { useEffect, useRef } from 'react';
import { copyText } from '../../../shared/browser/browser-features.ts';
import { Copy } from '../../../shared/ui/icons.ts';
import { useToast } from '../../../shared/ui/toast.tsx';
import { KeyRound } from '../model/icons.ts';
import { words } from '../model/key-words.ts';

/** A key, the one time that it is shown: focused and marked, so that one keystroke copies it. */
export function KeyOnce({ name, text }: { readonly name: string; readonly text: string }) {
  const toast = useToast();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const copy = (): void => void copyText(text).then((done) => toast(done ? words.copied : words.notCopied));
  return (
    <section className="keys__once" aria-labelledby="keys-once">
      <h3 id="keys-once" className="keys__made">
        <KeyRound size={20} />
        <span dir="auto">{words.madeFor(name)}</span>
      </h3>
      <p className="keys__ways">
        <input
          ref={field}
          className="input keys__text"
          aria-label={words.theKey}
          value={text}
          readOnly
          spellCheck={false}
          autoComplete="off"
        />
        <button type="button" className="button needs-script" onClick={copy}>
          <Copy size={20} />
          {words.copy}
        </button>
      </p>
    </section>
  );
}
