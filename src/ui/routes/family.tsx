import { FamilyScreen } from '../features/case/FamilyScreen.tsx';

export const Component = FamilyScreen;
