import { lazy, Suspense, useEffect, useState } from 'react';
import type { InvitationLinkError, InvitationUse } from '../../../application/application.ts';
import type { Result } from '../../../core/shared/result.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { forgetLink, type OpenedLink } from '../../components/openedLink.ts';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { isTabOfIos } from './isTabOfIos.ts';
import { ShortSetUp } from './ShortSetUp.tsx';
import { Unreadable } from './Unreadable.tsx';
import { WhatHappens } from './WhatHappens.tsx';

/** Not part of what an old phone loads first. */
const InstallFirst = lazy(async () => ({ default: (await import('./InstallFirst.tsx')).InstallFirst }));

type Read = Result<{ readonly use: InvitationUse }, InvitationLinkError>;

/** Before anything is asked of anybody: what this link is, what happens, and saying yes. */
export const JoinFirst = ({ opened: { link, isAgreed } }: { readonly opened: OpenedLink }) => {
  const t = useTexts();
  const application = useApplication();
  const device = useStore(application.device);
  const [staysHere, setStaysHere] = useState(!isTabOfIos());
  const [read, setRead] = useState<{ readonly link: string; readonly result: Read } | null>(null);
  useEffect(() => {
    let isLeft = false;
    void application.circle.readInvitation(link).then((result) => !isLeft && setRead({ link, result }));
    return () => void (isLeft = true);
  }, [application, link]);

  const mayGoOn = isAgreed && device.type === 'unlocked';
  useEffect(() => {
    if (!mayGoOn) return;
    forgetLink();
    void application.circle.join(link);
  }, [application, link, mayGoOn]);

  if (read?.link !== link || mayGoOn) return <p role="status">{t('join.reading')}</p>;
  if (!read.result.ok) return <Unreadable problem={read.result.error.type} />;
  const { use } = read.result.value;
  if (device.type === 'new' && !staysHere)
    return (
      <Suspense>
        <InstallFirst link={link} onStay={() => setStaysHere(true)} />
      </Suspense>
    );
  if (device.type === 'new') return <ShortSetUp use={use} />;
  return (
    <Stack gap={5}>
      <PageHeading title={t(`join.${use}.title`)} />
      <WhatHappens use={use} />
      <Row>
        <Button
          onPress={() => {
            forgetLink();
            void application.circle.join(link);
          }}
        >
          {t('join.do')}
        </Button>
        <Button variant="quiet" onPress={forgetLink}>
          {t('join.not')}
        </Button>
      </Row>
    </Stack>
  );
};
