import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import type { CaseExchange, ExchangeState } from '../../../application/application.ts';
import type { CaseId } from '../../../core/shared/ids.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { asksAttention } from '../../components/exchange/exchangeWords.ts';
import { Stack } from '../../components/Layout.tsx';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { CaseExchangeCard } from './CaseExchangeCard.tsx';
import styles from './exchange.module.css';

type Found = readonly [CaseId, CaseExchange];

/** Per case: what asks attention first, then what waits, then the rest. */
export const CasesExchange = ({ state }: { readonly state: ExchangeState }) => {
  const t = useTexts();
  const cases = useCasesByName(state);
  const asking = cases.filter(([, found]) => asksAttention(found));
  const waiting = cases.filter(([, found]) => !asksAttention(found) && found.waiting > 0);
  const rest = cases.filter(([, found]) => !asksAttention(found) && found.waiting === 0);
  const isAllHeard = state.type === 'upToDate' || state.type === 'incomplete';
  useJumpToCase();
  if (cases.length === 0) return <p>{t('exchange.cases.none')}</p>;
  return (
    <>
      <Group id="asking" titleKey={'exchange.cases.asking'} cases={asking} />
      <Group id="waiting" titleKey={'exchange.cases.waiting'} cases={waiting} />
      <Group id="rest" titleKey={isAllHeard ? 'exchange.cases.rest' : 'exchange.cases.restOffline'} cases={rest} />
    </>
  );
};

const SHOWN = 10;

const Group = ({ id, titleKey, cases }: { readonly id: string; readonly titleKey: MessageKey; readonly cases: readonly Found[] }) => {
  const t = useTexts();
  const { hash } = useLocation();
  const [isAll, setAll] = useState(false);
  if (cases.length === 0) return null;
  // Whoever came for one case finds it, wherever it stands.
  const shown = isAll ? cases : cases.filter(([caseId], place) => place < SHOWN || hash === `#${caseId}`);
  return (
    <Stack as="section" gap={3} labelledBy={id}>
      <h2 id={id}>{t(titleKey)}</h2>
      <ul className={styles['cases']} aria-labelledby={id}>
        {shown.map(([caseId, found]) => (
          <CaseExchangeCard key={caseId} caseId={caseId} found={found} />
        ))}
      </ul>
      {shown.length < cases.length && (
        <div>
          <Button variant="quiet" onPress={() => setAll(true)}>
            {t('exchange.case.more', { count: cases.length - shown.length })}
          </Button>
        </div>
      )}
    </Stack>
  );
};

/** The cases in the order of their names; one that is still arriving last. */
function useCasesByName({ cases }: ExchangeState): readonly Found[] {
  const caseload = useStore(useApplication().caseload).cases;
  const placeOf = (caseId: CaseId) => {
    const place = caseload.findIndex((summary) => summary.caseId === caseId);
    return place < 0 ? caseload.length : place;
  };
  return [...cases].toSorted(([a], [b]) => placeOf(a) - placeOf(b));
}

/** From a case to its own lines here. */
function useJumpToCase(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    const card = hash ? document.getElementById(hash.slice(1)) : null;
    card?.scrollIntoView({ block: 'start' });
    card?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
  }, [hash, key]);
}
