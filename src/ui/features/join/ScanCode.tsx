import { ScanQrCode } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Stack } from '../../components/Layout.tsx';
import { isLink, rememberLink } from '../../components/openedLink.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './join.module.css';
import { type CameraProblem, watchCode } from './watchCode.ts';

/** The code on the other screen, read inside the app: an app on a home screen cannot be opened by a link. */
export const ScanCode = () => {
  const t = useTexts();
  const [isOn, setOn] = useState(false);
  const [problem, setProblem] = useState<CameraProblem | null>(null);
  function stop(why: CameraProblem | null): void {
    setOn(false);
    setProblem(why);
  }
  return (
    <Stack gap={4}>
      {isOn && <Viewfinder onProblem={stop} />}
      {problem && <p role="alert">{t(`join.scan.${problem}`)}</p>}
      <div>
        <Button variant={isOn ? 'quiet' : 'primary'} icon={ScanQrCode} onPress={() => (isOn ? stop(null) : setOn(true))}>
          {t(isOn ? 'join.scan.stop' : 'join.scan.do')}
        </Button>
      </div>
    </Stack>
  );
};

/** On for as long as it is on the screen. */
const Viewfinder = ({ onProblem }: { readonly onProblem: (why: CameraProblem) => void }) => {
  const t = useTexts();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'starting' | 'look' | 'other'>('starting');
  useEffect(() => {
    let turnOff: (() => void) | null = null;
    let isLeft = false;
    void watchCode(video.current!, (text) => (isLink(text) ? rememberLink(text) : setState('other'))).then((started) => {
      if (typeof started === 'string') return isLeft || onProblem(started);
      if (isLeft) return started();
      turnOff = started;
      setState('look');
    });
    return () => {
      isLeft = true;
      turnOff?.();
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the camera goes on once
  }, []);
  return (
    <>
      <p role="status">{t(`join.scan.${state}`)}</p>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the camera's own picture */}
      <video ref={video} className={styles['camera']} muted playsInline aria-label={t('join.scan.picture')} />
    </>
  );
};
