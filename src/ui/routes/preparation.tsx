import { PreparationScreen } from '../features/case/PreparationScreen.tsx';

export const Component = PreparationScreen;
