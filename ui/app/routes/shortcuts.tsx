import type { MetaFunction } from '@remix-run/node';
import { Fragment } from 'react';
import { useStrings } from '../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../shared/strings/index.ts';

/** Keys of one action; alternatives side by side, keys that are pressed together joined by a plus. */
type Keys = readonly (readonly string[])[];

export default function Shortcuts() {
  const { shortcuts } = useStrings();
  const { rows } = shortcuts;
  const tables: readonly [string, readonly [Keys, string][]][] = [
    [
      shortcuts.everywhere,
      [
        [[['Tab'], ['⇧', 'Tab']], rows.next],
        [[['←'], ['→']], rows.tabs],
        [
          [
            ['Ctrl', '↵'],
            ['⌘', '↵'],
          ],
          rows.make,
        ],
        [[['Esc']], rows.escape],
      ],
    ],
    [
      shortcuts.editor,
      [
        [
          [
            ['Alt', '↑'],
            ['Alt', '↓'],
          ],
          rows.moveScene,
        ],
        [
          [
            ['Ctrl', 'Z'],
            ['⌘', 'Z'],
          ],
          rows.undo,
        ],
        [
          [
            ['Ctrl', '⇧', 'Z'],
            ['⌘', '⇧', 'Z'],
          ],
          rows.redo,
        ],
        [
          [
            ['Ctrl', '↵'],
            ['⌘', '↵'],
          ],
          rows.make,
        ],
      ],
    ],
    [
      shortcuts.player,
      [
        [[['Space'], ['K']], rows.play],
        [[['←'], ['→']], rows.seek],
        [[['PgUp'], ['PgDn']], rows.scene],
        [[['Home'], ['End']], rows.ends],
        [[['M']], rows.mute],
        [[['C']], rows.captions],
        [[['F']], rows.full],
      ],
    ],
  ];
  return (
    <div className="prose">
      <h1>{shortcuts.title}</h1>
      {tables.map(([name, actions]) => (
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
                    {keys.map((together, index) => (
                      <Fragment key={together.join()}>
                        {index > 0 && ` ${shortcuts.or} `}
                        {together.map((key) => (
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

export const meta: MetaFunction = () => {
  const { errors, shortcuts } = stringsOf(DEFAULT_LOCALE);
  return [{ title: errors.title(shortcuts.title) }];
};
