import { useState, type ReactNode } from 'react';
import { generatePath } from 'react-router';
import type { CirclePerson, CircleView } from '../../../application/application.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { circleAlarmWords, type SaidAlarm } from '../../components/circle/circleAlarmWords.ts';
import { formatDay } from '../../components/formatDate.ts';
import { Row, Stack } from '../../components/Layout.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useNameInCircle } from '../../components/circle/circleWords.ts';
import { ProlongDialog } from './ProlongDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';

/** Where taking the person out is what may help. */
const REMOVABLE: readonly SaidAlarm['type'][] = ['NotWanted', 'EndPast', 'DeviceBlocked', 'SharingWithdrawn'];

/** What is not in order with who is in, each as a sentence with what helps. */
export const CircleAlarms = ({ view }: { readonly view: CircleView }) => {
  const t = useTexts();
  const nameOf = useNameInCircle(view);
  const [removing, setRemoving] = useState<{ readonly person: CirclePerson; readonly reason: string } | null>(null);
  const [prolonging, setProlonging] = useState<{ readonly person: CirclePerson; readonly companion: EntityId } | null>(null);
  const shown = view.alarms.filter((alarm): alarm is SaidAlarm => alarm.type !== 'Unfinished');
  if (shown.length === 0) return null;

  const reasonOf = ({ type }: SaidAlarm): string => {
    if (type === 'EndPast') return t('circle.companion.reasonPast');
    return type === 'NotWanted' ? t('circle.companion.reasonNotWanted') : '';
  };
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
    if (!person || person.me) return null;
    const name = nameOf(person.member);
    const { companion } = person;
    // Somebody of the family waits for a second professional: that stands below.
    const mayRemove = REMOVABLE.includes(alarm.type) && !view.proposals.some(({ member }) => member === person.member);
    const mayStay = companion?.isWanted && (alarm.type === 'EndPast' || alarm.type === 'EndNear');
    return (
      (mayRemove || mayStay) && (
        <Row gap={2}>
          {mayRemove && (
            <Button variant="plain" onPress={() => setRemoving({ person, reason: companion ? reasonOf(alarm) : '' })}>
              {t('circle.remove.this', { name })}
            </Button>
          )}
          {mayStay && (
            <Button
              variant="plain"
              aria-label={t('circle.prolong.this', { name })}
              onPress={() => setProlonging({ person, companion: companion.id })}
            >
              {t('circle.prolong')}
            </Button>
          )}
        </Row>
      )
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
      {removing && <RemoveDialog view={view} {...removing} onClose={() => setRemoving(null)} />}
      {prolonging && <ProlongDialog {...prolonging} onClose={() => setProlonging(null)} />}
    </>
  );
};
