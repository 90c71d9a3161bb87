import { useState } from 'react';
import { useParams } from 'react-router';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { chosenLanguage } from '../../i18n/catalogue.ts';
import { languages } from '../../i18n/languages.ts';
import { InDutch } from '../../i18n/TextsProvider.tsx';
import { PrintChoices } from './PrintChoices.tsx';
import styles from './PrintScreen.module.css';
import { sheets, type SheetId } from './sheets.tsx';

const isSheet = (word: string | undefined): word is SheetId => word !== undefined && Object.hasOwn(sheets, word);

/**
 * What can be put on paper for this case: choose at one side, and see the paper as it will be. In a language of families it has the same in
 * Dutch beside it: school and help have to read it too.
 */
export const PrintScreen = () => {
  const { sheet: word } = useParams();
  const view = useCaseView();
  const [isLarge, setIsLarge] = useState(false);
  const [chosen, setChosen] = useState<Partial<Record<SheetId, readonly EntityId[]>>>({});
  const id = isSheet(word) ? word : 'onepage';
  const sheet = sheets[id];
  const people = 'forWhom' in sheet ? sheet.forWhom.people(view) : [];
  const forWhom = 'forWhom' in sheet ? (chosen[id] ?? sheet.forWhom.first(view).map((person) => person.id)) : [];
  const forms = people.filter((person) => forWhom.includes(person.id));

  const papers =
    'Sheet' in sheet ? (
      <sheet.Sheet />
    ) : forms.length === 0 ? (
      <sheet.Form person={null} />
    ) : (
      forms.map((person) => <sheet.Form key={person.id} person={person} />)
    );
  const isBeside = languages[chosenLanguage()].covers === 'family';

  return (
    <main id="main" className={styles['screen']}>
      <PrintChoices
        id={id}
        isLarge={isLarge}
        onLarge={setIsLarge}
        people={people}
        forWhom={forWhom}
        onForWhom={(ids) => setChosen({ ...chosen, [id]: ids })}
      />
      <div className={styles['papers']} data-large={isLarge || undefined}>
        {papers}
        {isBeside && (
          <InDutch>
            <div className={styles['beside']} lang="nl" dir="ltr">
              {papers}
            </div>
          </InDutch>
        )}
      </div>
    </main>
  );
};
