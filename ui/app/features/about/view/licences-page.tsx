import type { MetaFunction } from '@remix-run/node';
import { PARTS } from '../model/licences.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';

/** What the product is made of. */
export function LicencesPage() {
  const { licences } = useStrings();
  return (
    <div className="prose">
      <h1>{licences.title}</h1>
      <p>{licences.own}</p>
      <p>{licences.lead}</p>
      <table className="listing listing--parts">
        <thead>
          <tr>
            <th scope="col">{licences.part}</th>
            <th scope="col">{licences.use}</th>
            <th scope="col">{licences.licence}</th>
          </tr>
        </thead>
        <tbody>
          {PARTS.map((part) => (
            <tr key={part.name}>
              <th scope="row">
                <a className="text-link" href={part.home} rel="noreferrer">
                  {part.name}
                </a>
              </th>
              <td>{licences.uses[part.use]}</td>
              <td>{part.licence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{licences.separate}</p>
    </div>
  );
}

export const licencesMeta: MetaFunction = () => {
  const { errors, licences } = stringsOf(DEFAULT_LOCALE);
  return [{ title: errors.title(licences.title) }];
};
