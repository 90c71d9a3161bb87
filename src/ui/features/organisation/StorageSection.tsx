import type { OrganisationView } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Card } from '../../components/Card.tsx';
import { formatWhen } from '../../components/exchange/exchangeWords.ts';
import { formatBytes } from '../../components/formatBytes.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** How much of this organisation lies on the server. Sealed: how much, never what. */
export const StorageSection = ({ view: { storedBytes, toldAt } }: { readonly view: OrganisationView }) => {
  const t = useTexts();
  const now = useApplication().clock.now();
  return (
    <Card as="section" labelledBy="stored">
      <h2 id="stored">{t('organisation.stored')}</h2>
      <p>{storedBytes === null ? t('organisation.stored.unknown') : t('organisation.stored.bytes', { size: formatBytes(storedBytes) })}</p>
      <p>{t('organisation.stored.sealed')}</p>
      {toldAt !== null && <p>{t('organisation.stored.at', { at: formatWhen(toldAt, now) })}</p>}
    </Card>
  );
};
