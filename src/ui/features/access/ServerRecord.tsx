import type { AccessView, HandedOut, OpenAccessLog } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { formatWhen } from '../../components/exchange/exchangeWords.ts';
import { useAsk } from '../../components/useAsk.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './access.module.css';

interface ServerRecordProps {
  readonly view: AccessView;
  readonly refresh: OpenAccessLog['refresh'];
}

/** What the server itself kept, to lay beside the lines: which device, when. It cannot say what anybody saw. */
export const ServerRecord = ({ view: { handedOut, toldAt }, refresh }: ServerRecordProps) => {
  const t = useTexts();
  const now = useApplication().clock.now();
  const { ask, isAsking, errorText } = useAsk();
  return (
    <Card as="section" labelledBy="server">
      <h2 id="server">{t('access.server')}</h2>
      <p>{t('access.server.explain')}</p>
      <p>{t('access.server.own')}</p>
      {handedOut === null && <p>{t('access.server.unknown')}</p>}
      {handedOut?.length === 0 && <p>{t('access.server.none')}</p>}
      {handedOut !== null && handedOut.length > 0 && (
        <ul className={styles['handed']}>
          {numbered(handedOut).map(({ device: { device, name, first, last }, number }) => (
            <li key={device}>
              <strong>{t('access.server.line', { number, name: name || t('access.someone') })}</strong>{' '}
              <span className={styles['who']}>
                {t('access.server.times', { last: formatWhen(last, now), first: formatWhen(first, now) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {toldAt !== null && <p className={styles['who']}>{t('access.server.at', { at: formatWhen(toldAt, now) })}</p>}
      <div>
        <Button variant="quiet" isDisabled={isAsking} onPress={() => void ask(refresh)}>
          {t('access.server.ask')}
        </Button>
      </div>
      {errorText && <p role="alert">{errorText}</p>}
    </Card>
  );
};

/** Nobody knows a device by its key: those of one person are counted, the first one first. */
function numbered(devices: readonly HandedOut[]): readonly { readonly device: HandedOut; readonly number: number }[] {
  const oldestFirst = devices.toSorted((a, b) => a.first - b.first);
  return devices.map((device) => ({
    device,
    number: oldestFirst.filter(({ member }) => member === device.member).findIndex((one) => one.device === device.device) + 1,
  }));
}
