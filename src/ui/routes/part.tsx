import { PartScreen } from '../features/parts/PartScreen.tsx';

export const Component = PartScreen;
