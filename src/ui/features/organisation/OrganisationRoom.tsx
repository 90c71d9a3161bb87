import { useEffect, useState } from 'react';
import type { OpenOrganisation } from '../../../application/application.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { AuditedSection } from './AuditedSection.tsx';
import { ColleagueInvitations } from './ColleagueInvitations.tsx';
import { FetchesSection } from './FetchesSection.tsx';
import { HelpersSection } from './HelpersSection.tsx';
import { InviteColleague } from './InviteColleague.tsx';
import { NameSection } from './NameSection.tsx';
import { PeopleList } from './PeopleList.tsx';
import { RetentionSection } from './RetentionSection.tsx';
import { StorageSection } from './StorageSection.tsx';

/** An administrator does things here; everyone else sees who does. */
export const OrganisationRoom = ({ organisation }: { readonly organisation: OpenOrganisation }) => {
  const t = useTexts();
  const view = useStore(organisation.view);
  const { type } = useStore(useApplication().exchange);
  const [isRefused, setRefused] = useState(false);
  const { amAdministrator } = view;
  useEffect(() => {
    if (amAdministrator) void organisation.refresh().then((result) => setRefused(!result.ok));
  }, [organisation, amAdministrator]);
  const administrators = view.people.filter(({ administrator, left }) => administrator && left === null);

  return (
    <Stack gap={5}>
      <PageHeading title={view.name} neutralTitle={t('organisation.title')} intro={t('organisation.intro')} />
      {!amAdministrator && (
        <Banner tone="info" title={t('organisation.administrators', { names: administrators.map(({ name }) => name).join(', ') })}>
          {t('organisation.administrators.explain')}
        </Banner>
      )}
      {amAdministrator && type === 'offline' && (
        <Banner tone="info" title={t('organisation.offline')}>
          {t('organisation.offline.explain')}
        </Banner>
      )}
      {amAdministrator && isRefused && type !== 'offline' && <Banner tone="info" title={t('organisation.notRefreshed')} />}
      {amAdministrator &&
        view.alarms.map((alarm) => (
          <Banner key={alarm.type} tone="attention" title={t(`organisation.alarm.${alarm.type}`)}>
            {t(`organisation.alarm.${alarm.type}.help`)}
          </Banner>
        ))}
      {amAdministrator && (
        <>
          <ColleagueInvitations />
          <InviteColleague />
        </>
      )}
      <AuditedSection />
      <PeopleList view={view} />
      {amAdministrator && (
        <>
          <FetchesSection view={view} />
          <StorageSection view={view} />
          <HelpersSection helpers={view.helpers} />
          <RetentionSection retention={view.retention} />
          <NameSection name={view.name} />
        </>
      )}
    </Stack>
  );
};
