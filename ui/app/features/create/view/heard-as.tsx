import type { Heard } from '@shortfactory/text';
import { languageName } from '../../../shared/format/format.ts';
import { offeredTag, primaryOf } from '../../../shared/format/languages.ts';
import type { Options } from '../../../shared/api/script.ts';
import { useLocale, useStrings } from '../../../shared/strings/context.tsx';

interface HeardAsProps {
  /** Undefined before something was heard, and where a language was chosen: the line keeps its place. */
  readonly heard: Heard | undefined;
  /** What was taken, as it is offered. */
  readonly language: string;
  readonly options: Pick<Options, 'languages' | 'voices'>;
  readonly onChoose: (tag: string) => void;
}

/** "Heard as Spanish · change": what the text was taken for, and where it is not sure, what else it may be. */
export function HeardAs({ heard, language, options, onChoose }: HeardAsProps) {
  const { create } = useStrings();
  const locale = useLocale();
  if (heard === undefined) return <p className="heard small quiet" />;
  const other = heard.sure
    ? undefined
    : heard.others
        .map((tag) => offeredTag(options, tag))
        .find((tag) => tag !== undefined && primaryOf(tag) !== primaryOf(language));
  return (
    <p className="heard small quiet">
      {create.heardAs(languageName(locale, language))}
      {other !== undefined && (
        <>
          {' · '}
          <button type="button" className="link" onClick={() => onChoose(other)}>
            {create.heardOther(languageName(locale, other))}
          </button>
        </>
      )}
      {' · '}
      <button type="button" className="link" onClick={() => document.getElementById('language')?.click()}>
        {create.heardChange}
      </button>
    </p>
  );
}
