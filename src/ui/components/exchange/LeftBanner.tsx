import { useEffect, useState } from 'react';
import type { LeftDocument } from '../../../application/application.ts';
import { loadTexts, type MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useApplication, useStore } from '../applicationContext.tsx';
import { Banner } from '../Banner.tsx';
import { Button } from '../Button.tsx';
import { EndedBanner } from './EndedBanner.tsx';

const reasons = {
  removed: 'exchange.left.removed',
  destroyed: 'exchange.left.destroyed',
  revoked: 'exchange.left.revoked',
} as const satisfies Record<LeftDocument['because'], MessageKey>;

/** What left this device by itself, why, and what became of the last changes; until somebody has read it. */
export const LeftBanner = () => {
  const application = useApplication();
  const all = useStore(application.exchange).left;
  const ended = all.filter((each) => each.ended !== null);
  // With a case that was destroyed go its parts: of them nothing more is said.
  const left = ended.length > 0 ? all.filter(({ because }) => because !== 'destroyed') : all;
  const isSpoken = useExchangeTexts(all.length > 0);
  if (all.length === 0 || !isSpoken) return null;
  return (
    <>
      {ended.map((each) => (
        <EndedBanner key={`${each.at} ${each.ended?.title}`} left={each} />
      ))}
      {left.length > 0 && <LeftOthers left={left} />}
    </>
  );
};

/** Screens that show this seldom do: its sentences are fetched when there is something to say. */
function useExchangeTexts(isNeeded: boolean): boolean {
  const [isSpoken, setSpoken] = useState(false);
  useEffect(() => {
    if (isNeeded) void loadTexts(['exchange']).then(() => setSpoken(true));
  }, [isNeeded]);
  return isSpoken;
}

const LeftOthers = ({ left }: { readonly left: readonly LeftDocument[] }) => {
  const t = useTexts();
  const application = useApplication();
  const lost = left.reduce((sum, each) => sum + each.lost, 0);
  const because = [...new Set(left.map((each) => each.because))];
  return (
    <Banner
      tone="attention"
      title={titleOf(t, left)}
      actions={
        <Button variant="quiet" onPress={() => void application.forgetLeft()}>
          {t('exchange.left.read')}
        </Button>
      }
    >
      {[...because.map((each) => t(reasons[each])), t('exchange.left.lost', { count: lost })].join(' ')}
    </Banner>
  );
};

/** The largest of what left says enough: with a case go its parts. */
function titleOf(t: ReturnType<typeof useTexts>, left: readonly LeftDocument[]): string {
  const count = (of: (kind: LeftDocument['kind']) => boolean) => left.filter(({ kind }) => of(kind)).length;
  const plans = count((kind) => kind === 'plan');
  if (plans > 0) return t('exchange.left.case', { count: plans });
  const parts = count((kind) => kind !== 'organisation');
  return parts > 0 ? t('exchange.left.part', { count: parts }) : t('exchange.left.organisation');
}
