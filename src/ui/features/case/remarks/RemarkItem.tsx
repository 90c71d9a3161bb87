import type { Remark } from '../../../../core/plan/caseView.ts';
import { answerRequestBefore } from '../../../../core/plan/remarks.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { useOpenCase, useStore } from '../../../components/applicationContext.tsx';
import { formatDay, formatMoment } from '../../../components/formatDate.ts';
import type { ErasableText } from '../../../components/erasing/types.ts';
import { Stack } from '../../../components/Layout.tsx';
import { Quote } from '../../../components/Quote.tsx';
import { useNames } from '../../../components/useNames.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../case.module.css';
import { usePlanWords } from '../../../components/planRows/usePlanWords.ts';
import { AskedErasing } from './AskedErasing.tsx';
import { AnswerRemark } from './AnswerRemark.tsx';

interface RemarkItemProps {
  readonly remark: Remark;
  readonly mayAnswer: boolean;
  /** What still stands of what it asks to erase. */
  readonly texts: readonly ErasableText[];
  readonly isErasing: boolean;
  readonly onErasing: (isErasing: boolean) => void;
}

/** One question, or what is said not to be right, in the words of who said it; with the answers so far. */
export const RemarkItem = ({ remark, mayAnswer, texts, isErasing, onErasing }: RemarkItemProps) => {
  const t = useTexts();
  const { nameOf } = useNames();
  const { labelOf } = usePlanWords();
  const { kind, about, text, by, at, replies, isOpen, asks } = remark;
  const name = nameOf(by);
  const { mayErase } = useStore(useOpenCase().erasing);
  const stands = texts.length > 0;
  const what = about === '' ? '' : labelOf(about as EntityId);
  return (
    <li>
      <Stack gap={3}>
        <Quote by={t(asks ? `heard.request.${asks}` : kind === 'notRight' ? 'heard.remark.notRight' : 'heard.remark.question', { name })}>
          {kind === 'notRight' && about !== '' && <p>{what ? t('heard.remark.about', { what }) : t('heard.remark.aboutGone')}</p>}
          {text ? <p translate="no">{text}</p> : asks !== 'erase' && <p>{t('heard.remark.noWords')}</p>}
        </Quote>
        {at !== null && <p className={styles['detail']}>{formatMoment(at)}</p>}
        {asks && isOpen && at !== null && <p>{t('heard.request.before', { day: formatDay(answerRequestBefore(at)) })}</p>}
        {replies.map((reply) => (
          <div key={reply.id} className={styles['note']}>
            <p translate="no">
              <strong>{nameOf(reply.by)}:</strong> {reply.text}
            </p>
            {asks && reply.at !== null && (
              <p className={styles['detail']}>
                {t('heard.request.answered', { outcome: reply.outcome ?? 'busy', at: formatMoment(reply.at) })}
              </p>
            )}
          </div>
        ))}
        {stands && !isOpen && <p role="status">{t('heard.request.stands')}</p>}
        {stands && mayAnswer && <AskedErasing texts={texts} about={what} isOpen={isErasing} onOpenChange={onErasing} />}
        {mayAnswer && (
          <AnswerRemark
            remark={remark.id}
            name={name}
            isMore={!isOpen}
            isRequest={asks !== null && isOpen}
            erasesNext={stands && isOpen && mayErase}
            onDone={() => onErasing(stands)}
          />
        )}
      </Stack>
    </li>
  );
};
