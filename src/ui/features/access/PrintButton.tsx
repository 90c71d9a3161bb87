import { Printer } from 'lucide-react';
import { Button } from '../../components/Button.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** The page as it stands, for a file on paper. */
export const PrintButton = () => {
  const t = useTexts();
  return (
    <Button variant="quiet" icon={Printer} onPress={() => window.print()}>
      {t('access.print')}
    </Button>
  );
};
