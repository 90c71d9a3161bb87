import { EvaluationScreen } from '../features/evaluation/EvaluationScreen.tsx';

export const Component = EvaluationScreen;
