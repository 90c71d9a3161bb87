import { useCallback } from 'react';
import { generatePath } from 'react-router';
import type { OpenCircle } from '../../../application/application.ts';
import { useApplication, useOpenCase, useStore } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { ALONE } from '../../components/circle/alone.ts';
import { circleAlarmWords } from '../../components/circle/circleAlarmWords.ts';
import { useNameInCircle } from '../../components/circle/circleWords.ts';
import { formatDay } from '../../components/formatDate.ts';
import { paths } from '../../components/paths.ts';
import { useOpened } from '../../components/useOpened.ts';
import { loadTexts } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** What is not in order with who is in the circle, for who never goes to look there. Comes behind the page itself. */
export const CircleBanner = () => {
  const { circle } = useApplication();
  const openCase = useOpenCase();
  const found = useOpened(
    useCallback(async () => {
      await Promise.all([openCase.whole(), loadTexts(['circle', 'asked'])]);
      return await circle.open(openCase.caseId);
    }, [circle, openCase]),
  );
  return found.type === 'open' && <Gravest circle={found.opened} />;
};

const Gravest = ({ circle }: { readonly circle: OpenCircle }) => {
  const t = useTexts();
  const view = useStore(circle.view);
  const isConnected = useStore(useApplication().exchange).type !== 'unconnected';
  const nameOf = useNameInCircle(view);
  const alarms = view.alarms.filter(({ type }) => isConnected || !ALONE.includes(type));
  const gravest = alarms.find((alarm) => alarm.type !== 'Unfinished');
  if (alarms.length === 0) return null;
  const { tone, title } = gravest ? circleAlarmWords[gravest.type] : ({ tone: 'attention', title: 'case.alarm.circleUnfinished' } as const);
  const values = {
    name: gravest && 'member' in gravest ? nameOf(gravest.member) : '',
    day: gravest && 'on' in gravest ? formatDay(gravest.on) : '',
  };
  return (
    <Banner
      tone={tone}
      title={t(title, values)}
      actions={
        <LinkButton variant="plain" to={generatePath(paths.circle, { caseId: view.caseId })}>
          {t('case.alarm.toCircle')}
        </LinkButton>
      }
    >
      {alarms.length > 1 && t('case.alarm.moreInCircle', { count: alarms.length - 1 })}
    </Banner>
  );
};
