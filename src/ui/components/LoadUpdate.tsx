import { useTexts } from '../i18n/useTexts.ts';
import { Button } from './Button.tsx';
import { useUpdate } from './updateContext.tsx';

/** Loads a newer version that waits, once everything is saved; says why when it is not. Nothing when no newer version waits. */
export const LoadUpdate = () => {
  const t = useTexts();
  const update = useUpdate();
  if (!update.isAvailable) return null;
  return (
    <div>
      <Button onPress={() => void update.load()}>{t('shell.update.load')}</Button>
      {update.errorText && <p role="alert">{update.errorText}</p>}
    </div>
  );
};
