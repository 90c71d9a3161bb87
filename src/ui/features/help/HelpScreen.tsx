import MiniSearch from 'minisearch';
import { useMemo, useState, type ReactNode } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useSpokenTo } from '../../components/useIsFamily.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { topicsOfScreen, type HelpBook, type HelpTopic } from './helpBook.ts';
import styles from './HelpScreen.module.css';

interface HelpScreenProps {
  readonly book: HelpBook;
  /** What else is there for this reader, between the screen that they were at and all topics. */
  readonly children?: ReactNode;
}

/** All help is on the device: searchable, without a connection. */
export const HelpScreen = ({ book, children }: HelpScreenProps) => {
  const { topic } = useParams();
  const asked = book.topics.find(({ id }) => id === topic);
  return asked ? <TopicPage topic={asked} support={book.support} /> : <TopicList book={book}>{children}</TopicList>;
};

const TopicList = ({ book, children }: HelpScreenProps) => {
  const t = useTexts();
  const { who } = useSpokenTo();
  const [words, setWords] = useState('');
  const cameFrom: unknown = useLocation().state?.from;
  const here = typeof cameFrom === 'string' ? topicsOfScreen(book, cameFrom) : [];
  const index = useMemo(() => {
    const made = new MiniSearch<{ id: string; title: string; body: string }>({
      fields: ['title', 'body'],
      searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3 } },
    });
    made.addAll(book.topics.map(({ id, title, body }) => ({ id, title: t(title), body: t(body, { who }) })));
    return made;
  }, [book, t, who]);
  const found = words.trim() ? index.search(words).flatMap(({ id }) => book.topics.filter((topic) => topic.id === id)) : null;

  return (
    <Stack gap={5}>
      <PageHeading title={t('familyHelp.title')} />
      <TextField label={t('familyHelp.search')} type="search" value={words} onChange={setWords} />
      {found ? (
        <section aria-label={t('familyHelp.found')} role="status">
          {found.length > 0 ? <Topics topics={found} /> : <p>{t('shell.palette.none')}</p>}
        </section>
      ) : (
        <>
          {here.length > 0 && (
            <Stack gap={2} as="section" labelledBy="here">
              <h2 id="here">{t('familyHelp.about')}</h2>
              <Topics topics={here} />
            </Stack>
          )}
          {children}
          <Stack gap={2} as="section" labelledBy="all">
            <h2 id="all">{t('familyHelp.all')}</h2>
            <Topics topics={book.topics} />
          </Stack>
          <Support body={book.support} />
        </>
      )}
    </Stack>
  );
};

const Topics = ({ topics }: { readonly topics: readonly HelpTopic[] }) => {
  const t = useTexts();
  return (
    <ul className={styles['topics']}>
      {topics.map(({ id, title }) => (
        <li key={id}>
          <Link to={`/help/${id}`} className={styles['topic']}>
            {t(title)}
          </Link>
        </li>
      ))}
    </ul>
  );
};

const TopicPage = ({ topic, support }: { readonly topic: HelpTopic; readonly support: MessageKey }) => {
  const t = useTexts();
  const who = useSpokenTo();
  return (
    <Stack gap={5}>
      <PageHeading title={t(topic.title)} />
      <div className={styles['body']}>
        {t(topic.body, who)
          .split('\n')
          .map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
      </div>
      <Support body={support} />
      <div>
        <LinkButton to="/help" variant="quiet">
          {t('familyHelp.all')}
        </LinkButton>
      </div>
    </Stack>
  );
};

/** An organisation has its own people for this; nobody else can help with sealed data, and none should ask for a passphrase. */
const Support = ({ body }: { readonly body: MessageKey }) => {
  const t = useTexts();
  const who = useSpokenTo();
  const device = useStore(useApplication().device);
  const contact = device.type === 'unlocked' ? device.profile.support : '';
  return (
    <Card>
      <h2>{t('familyHelp.support.title')}</h2>
      {contact && (
        <p translate="no">
          <strong>{contact}</strong>
        </p>
      )}
      <p>{t(body, who)}</p>
    </Card>
  );
};
