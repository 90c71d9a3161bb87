import { CircleScreen } from '../features/circle/CircleScreen.tsx';

export const Component = CircleScreen;
