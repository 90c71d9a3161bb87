import type { AccessView } from '../../../application/application.ts';
import { Banner } from '../../components/Banner.tsx';
import { Stack } from '../../components/Layout.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** Lines that are missing, and devices that took the case and said nothing. */
export const AccessAlarms = ({ view: { alarms, lines, handedOut } }: { readonly view: AccessView }) => {
  const t = useTexts();
  if (alarms.length === 0) return null;
  const nameOf = (member: string | null) =>
    [...lines, ...(handedOut ?? [])].find((one) => member !== null && one.member === member && one.name !== '')?.name ??
    t('access.someone');
  return (
    <Stack gap={2} as="ul">
      {alarms.map((alarm) => {
        const values = { name: nameOf(alarm.member), count: alarm.type === 'LinesMissing' ? alarm.count : 1 };
        return (
          <li key={`${alarm.type} ${alarm.device}`}>
            <Banner tone="alarm" title={t(`access.alarm.${alarm.type}`, values)}>
              {t(`access.alarm.${alarm.type}.help`, values)}
            </Banner>
          </li>
        );
      })}
    </Stack>
  );
};
