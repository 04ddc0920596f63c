import type { ConnectionsJson } from '@shortfactory/contract';
import type { ConnectionsAnswer } from '../model/answer.ts';
import { words } from '../model/words.ts';
import { AddForm } from './add-form.tsx';
import { Fold } from './fold.tsx';
import { ConnectionRow } from './connection-row.tsx';

interface PartSectionProps {
  readonly part: ConnectionsJson['parts'][number];
  readonly editable: boolean;
  readonly services: ConnectionsJson['services'];
  readonly answer: ConnectionsAnswer | undefined;
  /** Unfolded in a narrow window, where all of them are long. */
  readonly isFirst: boolean;
}

/** A list of providers in the order in which they are asked, and where one is added. */
export function PartSection({ part, editable, services, answer, isFirst }: PartSectionProps) {
  const { list, fixedBy, inUse } = part;
  const id = `${part.part}-heading`;
  const mayChange = editable && fixedBy === undefined;
  const lead =
    editable && fixedBy !== undefined ? words.fixed(fixedBy) : inUse ? words.order : words.switchedOff;
  return (
    <section className="ssec" aria-labelledby={id}>
      <Fold
        title={<h2 id={id}>{words.parts[part.part]}</h2>}
        detail={words.setUp(list.filter(({ isSetUp }) => isSetUp).length)}
        open={isFirst || answer !== undefined}
      >
        <p className="ssec__lead small quiet">{lead}</p>
        <div className="card conns" id={part.part}>
          <ol>
            {list.map((connection, index) => (
              <ConnectionRow
                key={connection.entry}
                connection={connection}
                part={part.part}
                variable={part.variable}
                at={index}
                of={list.length}
                editable={editable}
                mayChange={mayChange}
              />
            ))}
          </ol>
          {answer && (answer.values.service === '' || !mayChange) && (
            <p className="field-error conns__error" role="alert">
              {answer.detail}
            </p>
          )}
          {mayChange && (
            <AddForm
              part={part.part}
              services={services}
              answer={answer?.values.service === '' ? undefined : answer}
            />
          )}
        </div>
      </Fold>
    </section>
  );
}
