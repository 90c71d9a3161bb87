import { TimelineScreen } from '../features/case/TimelineScreen.tsx';

export const Component = TimelineScreen;
