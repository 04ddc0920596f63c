import { CloudOff } from '../icons.ts';
import { checkConnection, useOnline } from '../online.ts';
import { useStrings } from '../strings/context.tsx';

/** Says that there is no connection, and that nothing typed is lost. Its region is always there, so that it is read out. */
export function OfflineBar() {
  const { offline } = useStrings();
  const online = useOnline();
  return (
    <div role="status" className="offline-bar">
      {!online && (
        <div className="page offline-bar__row">
          <CloudOff size={20} />
          <p>{offline.notice}</p>
          <button type="button" className="button button--small" onClick={() => void checkConnection()}>
            {offline.retry}
          </button>
        </div>
      )}
    </div>
  );
}
