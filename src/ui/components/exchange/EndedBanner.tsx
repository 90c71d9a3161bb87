import type { LeftDocument } from '../../../application/application.ts';
import { dayOf } from '../../../core/shared/dayOf.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useApplication } from '../applicationContext.tsx';
import { Banner } from '../Banner.tsx';
import { Button } from '../Button.tsx';
import { formatDay } from '../formatDate.ts';
import { useDiscipline } from '../useDiscipline.ts';

/** A case that was destroyed for everyone: which, by whom, when and why, and what of this device went with it. Said once. */
export const EndedBanner = ({ left: { ended, lost } }: { readonly left: LeftDocument }) => {
  const t = useTexts();
  const application = useApplication();
  const disciplineOf = useDiscipline();
  if (ended === null) return null;
  const { title, by, on, why, rest } = ended;
  const who = [by.name || t('exchange.ended.someone'), by.discipline && disciplineOf(by.discipline), by.organisation];
  return (
    <Banner
      tone="attention"
      title={title ? t('exchange.ended.title', { name: title }) : t('exchange.ended.unnamed')}
      actions={
        <Button variant="quiet" onPress={() => void application.forgetLeft()}>
          {t('exchange.ended.read')}
        </Button>
      }
    >
      <p>
        {t('exchange.ended.by', { who: who.filter(Boolean).join(', '), day: formatDay(dayOf(on)) })} {t(`exchange.ended.why.${why.code}`)}
      </p>
      {why.words && <p translate="no">{why.words}</p>}
      <p>
        {t('exchange.ended.gone')} {lost > 0 && t('exchange.ended.lost', { count: lost })}{' '}
        {rest > 0 && t('exchange.ended.rest', { count: rest })}
      </p>
    </Banner>
  );
};
