import { PrintScreen } from '../features/print/PrintScreen.tsx';

export const Component = PrintScreen;
