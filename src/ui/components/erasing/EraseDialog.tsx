import { useState } from 'react';
import { useApplication, useOpenCase, useStore } from '../applicationContext.tsx';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { ConnectionNeeded } from '../ConnectionNeeded.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { TextArea } from '../fields/TextArea.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { ErasureFacts } from './ErasureFacts.tsx';
import styles from './erasing.module.css';
import type { ErasableText, ErasingPlace } from './types.ts';
import { usePreview } from './usePreview.ts';

const LONGEST = 200;
const CONNECTION = { offline: 'case.erase.offline', unconnected: 'case.erase.unconnected' } as const;

interface EraseDialogProps {
  readonly texts: readonly ErasableText[];
  readonly place: ErasingPlace;
  readonly onClose: () => void;
}

/** Says what goes, what stays and what cannot be undone; then takes a text off every device. */
export const EraseDialog = ({ texts, place, onClose }: EraseDialogProps) => {
  const t = useTexts();
  const { circle, exchange } = useApplication();
  const { caseId } = useOpenCase();
  const connection = useStore(exchange).type;
  const [chosen, setChosen] = useState(texts.at(0)?.field ?? '');
  const [reach, setReach] = useState<'earlier' | 'only'>('earlier');
  const [kept, setKept] = useState<string | null>(null);
  const text = texts.find(({ field }) => field === chosen) as ErasableText;
  const target = { entity: text.entity, field: text.field, values: text.values, earlier: text.isNote || reach === 'earlier' };
  const { preview, problem } = usePreview(target, place.doc);
  const keep = text.isNote ? (kept ?? preview?.note ?? '') : '';

  return (
    <ConfirmDialog
      title={t('case.erase.title')}
      sure={t('case.erase.sure')}
      busy={t('case.erase.busy')}
      isBarred={!preview || connection === 'offline' || connection === 'unconnected'}
      act={() => circle.eraseEverywhere(caseId, target, keep, ...(place.doc === null ? [] : [place.doc]))}
      onClose={onClose}
    >
      <ConnectionNeeded {...CONNECTION} />
      {texts.length > 1 && (
        <ChoiceField
          label={t('case.erase.which')}
          appearance="chips"
          options={texts.map(({ field, word }) => ({ value: field, label: word }))}
          value={chosen}
          onChange={(next) => setChosen(next ?? chosen)}
        />
      )}
      {text.text !== '' && (
        <blockquote className={styles['text']} translate="no">
          {text.text.length > LONGEST ? `${text.text.slice(0, LONGEST)}…` : text.text}
        </blockquote>
      )}
      {text.isNote ? (
        <TextArea label={t('case.erase.keep')} hint={t('case.erase.keepHint')} rows={6} value={keep} onChange={setKept} />
      ) : (
        <ChoiceField
          label={t('case.erase.reach')}
          appearance="chips"
          options={[
            { value: 'earlier', label: t('case.erase.reach.earlier') },
            { value: 'only', label: t('case.erase.reach.only') },
          ]}
          value={reach}
          onChange={(next) => setReach(next ?? 'earlier')}
        />
      )}
      <ErasureFacts preview={preview} place={place} />
      {problem && <p role="alert">{problem}</p>}
    </ConfirmDialog>
  );
};
