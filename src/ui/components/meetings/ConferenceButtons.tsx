import { CalendarClock, CalendarX } from 'lucide-react';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../Button.tsx';
import { Row } from '../Layout.tsx';

export type ConferenceChange = 'move' | 'cancel';

/** What can be done with a conference that has not begun, besides beginning it. */
export const ConferenceButtons = ({ meeting, onAsk }: { readonly meeting: string; readonly onAsk: (how: ConferenceChange) => void }) => {
  const t = useTexts();
  return (
    <Row gap={2}>
      <Button variant="plain" icon={CalendarClock} aria-label={t('meetings.moveThis', { meeting })} onPress={() => onAsk('move')}>
        {t('meetings.move')}
      </Button>
      <Button variant="plain" icon={CalendarX} aria-label={t('meetings.cancelThis', { meeting })} onPress={() => onAsk('cancel')}>
        {t('meetings.cancel')}
      </Button>
    </Row>
  );
};
