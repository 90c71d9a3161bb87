import MiniSearch from 'minisearch';
import { useMemo, useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './HelpScreen.module.css';
import { isTopic, TOPICS, topicsOfScreen, type Topic } from './helpTopics.ts';
import { ParentsSheet } from './ParentsSheet.tsx';

/** All help is on the device: searchable, without a connection. */
export const HelpScreen = () => {
  const { topic } = useParams();
  if (topic === 'parents') return <ParentsSheet />;
  return isTopic(topic) ? <TopicPage topic={topic} /> : <TopicList />;
};

const TopicList = () => {
  const t = useTexts();
  const [words, setWords] = useState('');
  const cameFrom: unknown = useLocation().state?.from;
  const here = typeof cameFrom === 'string' ? topicsOfScreen(cameFrom) : [];
  const index = useMemo(() => {
    const made = new MiniSearch<{ id: Topic; title: string; body: string }>({
      fields: ['title', 'body'],
      searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3 } },
    });
    made.addAll(TOPICS.map((id) => ({ id, title: t(`help.topic.${id}.title`), body: t(`help.topic.${id}.body`) })));
    return made;
  }, [t]);
  const found = words.trim() ? index.search(words).map(({ id }) => id as Topic) : null;

  return (
    <Stack gap={5}>
      <PageHeading title={t('help.title')} />
      <TextField label={t('help.search')} type="search" value={words} onChange={setWords} />
      {found ? (
        <section aria-label={t('help.found')} role="status">
          {found.length > 0 ? <Topics topics={found} /> : <p>{t('help.none')}</p>}
        </section>
      ) : (
        <>
          {here.length > 0 && (
            <Stack gap={2} as="section" labelledBy="here">
              <h2 id="here">{t('help.about')}</h2>
              <Topics topics={here} />
            </Stack>
          )}
          <Card>
            <h2>{t('help.parents.title')}</h2>
            <p>{t('help.parents.about')}</p>
            <div>
              <LinkButton to="/help/parents" variant="quiet">
                {t('help.parents.title')}
              </LinkButton>
            </div>
          </Card>
          <Card>
            <h2>{t('help.organisation.title')}</h2>
            <p>{t('help.organisation.about')}</p>
            <div>
              <LinkButton to="/help/organisation" variant="quiet">
                {t('help.organisation.go')}
              </LinkButton>
            </div>
          </Card>
          <Stack gap={2} as="section" labelledBy="all">
            <h2 id="all">{t('help.all')}</h2>
            <Topics topics={TOPICS} />
          </Stack>
          <Support />
        </>
      )}
    </Stack>
  );
};

const Topics = ({ topics }: { readonly topics: readonly Topic[] }) => {
  const t = useTexts();
  return (
    <ul className={styles['topics']}>
      {topics.map((topic) => (
        <li key={topic}>
          <Link to={`/help/${topic}`} className={styles['topic']}>
            {t(`help.topic.${topic}.title`)}
          </Link>
        </li>
      ))}
    </ul>
  );
};

const TopicPage = ({ topic }: { readonly topic: Topic }) => {
  const t = useTexts();
  return (
    <Stack gap={5}>
      <PageHeading title={t(`help.topic.${topic}.title`)} />
      <div className={styles['body']}>
        {t(`help.topic.${topic}.body`)
          .split('\n')
          .map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
      </div>
      <Support />
      <div>
        <LinkButton to="/help" variant="quiet">
          {t('help.back')}
        </LinkButton>
      </div>
    </Stack>
  );
};

/** An organisation has its own people for this; nobody else can help with sealed data, and none should ask for a passphrase. */
const Support = () => {
  const t = useTexts();
  const device = useStore(useApplication().device);
  const contact = device.type === 'unlocked' ? device.profile.support : '';
  return (
    <Card>
      <h2>{t('help.support.title')}</h2>
      {contact && (
        <p translate="no">
          <strong>{contact}</strong>
        </p>
      )}
      <p>{t('help.support.body')}</p>
    </Card>
  );
};
