import { useState, type ReactNode } from 'react';
import { generatePath } from 'react-router';
import type { CirclePerson, CircleView } from '../../../application/application.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { circleAlarmWords, type SaidAlarm } from '../../components/circle/circleAlarmWords.ts';
import { formatDay } from '../../components/formatDate.ts';
import { Stack } from '../../components/Layout.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useNameInCircle } from '../../components/circle/circleWords.ts';
import { RemoveDialog } from './RemoveDialog.tsx';

/** Where taking the person out is what may help. */
const REMOVABLE: readonly SaidAlarm['type'][] = ['EndPast', 'DeviceBlocked', 'SharingWithdrawn'];

/** What is not in order with who is in, each as a sentence with what helps. */
export const CircleAlarms = ({ view }: { readonly view: CircleView }) => {
  const t = useTexts();
  const nameOf = useNameInCircle(view);
  const [removing, setRemoving] = useState<CirclePerson | null>(null);
  const shown = view.alarms.filter((alarm): alarm is SaidAlarm => alarm.type !== 'Unfinished');
  if (shown.length === 0) return null;

  const actionOf = (alarm: SaidAlarm): ReactNode => {
    if (alarm.type === 'SharingMissing')
      return (
        <LinkButton variant="plain" to={`${generatePath(paths.preparation, { caseId: view.caseId })}#sharing`}>
          {t('circle.alarm.SharingMissing.do')}
        </LinkButton>
      );
    if (alarm.type === 'LinesMissing' || alarm.type === 'DeviceSilent')
      return (
        <LinkButton variant="plain" to={generatePath(paths.access, { caseId: view.caseId })}>
          {t('circle.alarm.access')}
        </LinkButton>
      );
    if (alarm.type === 'SharingWithdrawn' && !view.mayChange)
      return (
        <LinkButton variant="plain" to={`${generatePath(paths.preparation, { caseId: view.caseId })}#sharing`}>
          {t('circle.alarm.SharingWithdrawn.see')}
        </LinkButton>
      );
    if (!view.mayChange) return null;
    if (alarm.type === 'NoContinuity')
      return (
        <LinkButton variant="plain" to={generatePath(paths.invite, { caseId: view.caseId })}>
          {t('circle.invite')}
        </LinkButton>
      );
    const person = 'member' in alarm ? view.people.find(({ member }) => member === alarm.member) : undefined;
    if (!REMOVABLE.includes(alarm.type) || !person || person.me) return null;
    return (
      <Button variant="plain" onPress={() => setRemoving(person)}>
        {t('circle.remove.this', { name: nameOf(person.member) })}
      </Button>
    );
  };

  return (
    <>
      <Stack gap={2} as="ul">
        {shown.map((alarm) => {
          const { tone, title, help } = circleAlarmWords[alarm.type];
          const values = {
            name: 'member' in alarm ? nameOf(alarm.member) : '',
            day: 'on' in alarm ? formatDay(alarm.on) : '',
          };
          return (
            <li key={`${alarm.type}${values.name}`}>
              <Banner tone={tone} title={t(title, values)} actions={actionOf(alarm)}>
                {t(help, values)}
              </Banner>
            </li>
          );
        })}
      </Stack>
      {removing && <RemoveDialog view={view} person={removing} onClose={() => setRemoving(null)} />}
    </>
  );
};
