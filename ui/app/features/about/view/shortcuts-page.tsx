import type { MetaFunction } from '@remix-run/node';
import { Fragment } from 'react';
import { useStrings } from '../../../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { shortcutsOf } from '../model/shortcuts.ts';

/** Every shortcut, in a table for each place where it works. */
export function ShortcutsPage() {
  const { shortcuts } = useStrings();
  return (
    <div className="prose">
      <h1>{shortcuts.title}</h1>
      {shortcutsOf(shortcuts).map(([name, actions]) => (
        <section key={name} aria-label={name}>
          <h2>{name}</h2>
          <table className="listing">
            <thead>
              <tr>
                <th scope="col">{shortcuts.keys}</th>
                <th scope="col">{shortcuts.does}</th>
              </tr>
            </thead>
            <tbody>
              {actions.map(([keys, does]) => (
                <tr key={does}>
                  <td>
                    {keys.map((combination, index) => (
                      <Fragment key={combination.join()}>
                        {index > 0 && ` ${shortcuts.or} `}
                        {combination.map((key) => (
                          <Fragment key={key}>
                            <kbd className="key">{key}</kbd>{' '}
                          </Fragment>
                        ))}
                      </Fragment>
                    ))}
                  </td>
                  <td>{does}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}

export const shortcutsMeta: MetaFunction = () => {
  const { errors, shortcuts } = stringsOf(DEFAULT_LOCALE);
  return [{ title: errors.title(shortcuts.title) }];
};
