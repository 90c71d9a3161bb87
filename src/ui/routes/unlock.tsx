import { UnlockScreen } from '../features/start/UnlockScreen.tsx';

export const Component = UnlockScreen;
