import { lazy, Suspense } from 'react';
import { Stack } from '../../components/Layout.tsx';
import { PasteLink } from './PasteLink.tsx';

/** Whoever opened a link needs no camera. */
const ScanCode = lazy(async () => ({ default: (await import('./ScanCode.tsx')).ScanCode }));

/** An invitation that did not come as an opened link: by the camera, or pasted. */
export const GiveLink = () => (
  <Stack gap={5}>
    {'mediaDevices' in navigator && (
      <Suspense>
        <ScanCode />
      </Suspense>
    )}
    <PasteLink />
  </Stack>
);
