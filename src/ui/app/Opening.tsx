import { Brand } from './Brand.tsx';
import { useTexts } from '../i18n/useTexts.ts';

/** Until the first screen is there. index.html holds the same in Dutch, drawn before any script: nothing jumps when this takes over. */
export const Opening = () => {
  const t = useTexts();
  return (
    <div className="opening">
      <div className="opening-top">
        <Brand />
      </div>
      <div className="opening-main">
        <p className="opening-title">{t('shell.opening.title')}</p>
        <p>{t('shell.opening.wait')}</p>
      </div>
    </div>
  );
};
