import type { ComponentType } from 'react';
import type { Person } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { EmptyCell } from '../../../components/EmptyCell.tsx';
import type { MessageKey } from '../../../i18n/catalogue.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { AddLine } from '../AddLine.tsx';
import styles from '../case.module.css';
import { RemoveButton } from '../RemoveButton.tsx';
import { Section } from '../Section.tsx';
import { CaregiverFields, ChildFields, NetworkFields, ProfessionalFields } from './personFields.tsx';

type Part = NonNullable<Person['part']>;
interface PartWords {
  readonly title: MessageKey;
  readonly empty: MessageKey;
  readonly add: MessageKey;
  readonly Fields: ComponentType<{ readonly person: Person }>;
}

const parts: Readonly<Record<Part, PartWords>> = {
  child: { title: 'case.who.children', empty: 'case.family.child.empty', add: 'case.family.child.add', Fields: ChildFields },
  caregiver: {
    title: 'case.who.caregivers',
    empty: 'case.family.caregiver.empty',
    add: 'case.family.caregiver.add',
    Fields: CaregiverFields,
  },
  network: { title: 'case.who.network', empty: 'case.family.network.empty', add: 'case.family.network.add', Fields: NetworkFields },
  professional: {
    title: 'case.who.professionals',
    empty: 'case.family.professional.empty',
    add: 'case.family.professional.add',
    Fields: ProfessionalFields,
  },
};

/** Everyone of one part of the circle. A name is enough to add someone. */
export const PeopleSection = ({ part }: { readonly part: Part }) => {
  const t = useTexts();
  const { title, empty, add, Fields } = parts[part];
  const { people, me } = useCaseView();
  const here = people.filter((person) => person.part === part);
  return (
    <Section id={part} title={t(title)}>
      {here.length === 0 && <EmptyCell>{t(empty)}</EmptyCell>}
      {here.map((person) => (
        <fieldset key={person.id} className={styles['card']}>
          <legend>{person.id === me?.id ? t('case.family.me', { name: person.name }) : person.name}</legend>
          <div className={styles['fields']}>
            <Fields person={person} />
          </div>
          {person.id !== me?.id && <RemoveButton entity={person.id} name={person.name} />}
        </fieldset>
      ))}
      <AddLine
        label={t('case.family.newName')}
        button={t(add)}
        command={(name) => ({ type: 'add', kind: 'person', fields: { name, part } })}
      />
    </Section>
  );
};
