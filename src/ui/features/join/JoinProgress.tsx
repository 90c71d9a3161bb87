import { generatePath } from 'react-router';
import type { JoinState } from '../../../application/application.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { askErrorText } from '../../components/askErrorText.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Digits } from '../../components/invitation/Digits.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { JoinEnded } from './JoinEnded.tsx';
import { GiveLink } from './GiveLink.tsx';
import { ShortSetUp } from './ShortSetUp.tsx';
import { Unreadable } from './Unreadable.tsx';

/** Where joining stands after saying yes. It goes on by itself; this only says so. */
export const JoinProgress = ({ joining }: { readonly joining: JoinState }) => {
  const t = useTexts();
  const device = useStore(useApplication().device);
  switch (joining.type) {
    case 'none':
      return (
        <Stack gap={5}>
          <PageHeading title={t('join.title')} intro={t('join.intro')} />
          <GiveLink />
        </Stack>
      );
    case 'unreadable':
      return <Unreadable problem={joining.problem} />;
    case 'needsDevice':
      return device.type === 'new' ? <ShortSetUp use={joining.use} /> : <p role="status">{t('join.reading')}</p>;
    case 'kept':
      return (
        <Stack gap={5}>
          <PageHeading title={t(`join.${joining.use}.title`)} />
          <Banner tone="info" title={t('join.kept')}>
            {t('join.kept.explain')}
          </Banner>
          <Stop />
        </Stack>
      );
    case 'waiting':
      return <Waiting joining={joining} />;
    case 'in':
      return <Joined joining={joining} />;
    case 'failed':
      return (
        <Stack gap={5}>
          <PageHeading title={t('join.failed')} />
          <Banner tone="attention" title={askErrorText(t, joining.error)} />
          <p>{t('join.failed.next')}</p>
          <Stop />
        </Stack>
      );
    case 'refused':
    case 'expired':
    case 'used':
    case 'deviceInUse':
      return <JoinEnded why={joining.type} />;
  }
};

const Waiting = ({ joining }: { readonly joining: Extract<JoinState, { readonly type: 'waiting' }> }) => {
  const t = useTexts();
  const { use, inviter, digits } = joining;
  const who = inviter.organisation ? t('join.inviterOf', { ...inviter }) : inviter.name;
  return (
    <Stack gap={5}>
      <PageHeading title={t(`join.${use}.title`)} />
      <Banner tone="info" title={use === 'device' ? t('join.waiting.device') : t('join.waiting', { who: who || t('join.someone') })}>
        {t(digits === null ? 'join.waiting.inPerson' : 'join.waiting.atDistance')}
      </Banner>
      {digits !== null && (
        <>
          <Digits digits={digits} />
          <p>{t('join.waiting.differs')}</p>
        </>
      )}
      <Stop />
    </Stack>
  );
};

const Joined = ({ joining: { use, caseId } }: { readonly joining: Extract<JoinState, { readonly type: 'in' }> }) => {
  const t = useTexts();
  const { circle } = useApplication();
  const forget = () => void circle.forgetJoining();
  return (
    <Stack gap={5}>
      <PageHeading title={t(`join.${use}.in`)} />
      {use === 'case' && caseId === null && <p role="status">{t('join.case.arriving')}</p>}
      {use !== 'case' && <p>{t(`join.${use}.inExplain`)}</p>}
      {/* Going there is the end of joining. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the link takes the keys */}
      <div onClick={forget}>
        <LinkButton to={caseId ? generatePath(paths.case, { caseId }) : paths.cases}>
          {t(caseId ? 'join.case.open' : 'join.toCases')}
        </LinkButton>
      </div>
    </Stack>
  );
};

const Stop = () => {
  const t = useTexts();
  const { circle } = useApplication();
  return (
    <div>
      <Button variant="plain" onPress={() => void circle.forgetJoining()}>
        {t('join.stop')}
      </Button>
    </div>
  );
};
