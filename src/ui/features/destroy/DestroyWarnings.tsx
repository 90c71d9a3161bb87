import type { DestructionView } from '../../../application/application.ts';
import { useApplication, useCaseView, useStore } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { formatMoment } from '../../components/formatDate.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** What somebody should do first, or know. None of it stops a lead: there may be a good reason. */
export const DestroyWarnings = ({ view }: { readonly view: DestructionView }) => {
  const t = useTexts();
  const { type } = useStore(useApplication().exchange);
  const { evaluations } = useCaseView();
  const isEvaluated = evaluations.some(({ state }) => state === 'finished');
  const from = view.holders.find(({ member }) => member === view.lastHeard?.from)?.name || t('circle.someone');
  const others = view.holders.length > 1;
  return (
    <>
      {view.shared && type === 'offline' && (
        <Banner tone="info" title={t('circle.offline')}>
          {t('destroy.offline')}
        </Banner>
      )}
      {view.shared && others && (
        <Banner tone="attention" title={t('destroy.unexchanged')}>
          <p>{t('destroy.unexchanged.explain')}</p>
          <p>
            {view.lastHeard
              ? t('destroy.unexchanged.last', { name: from, at: formatMoment(view.lastHeard.at) })
              : t('destroy.unexchanged.never')}
          </p>
        </Banner>
      )}
      {view.waiting > 0 && view.shared && <Banner tone="attention" title={t('destroy.waiting', { count: view.waiting })} />}
      {!isEvaluated && (
        <Banner tone="attention" title={t('destroy.notEvaluated')}>
          {t('destroy.notEvaluated.explain')}
        </Banner>
      )}
    </>
  );
};
