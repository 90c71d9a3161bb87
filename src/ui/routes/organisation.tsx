import { OrganisationScreen } from '../features/organisation/OrganisationScreen.tsx';

export const Component = OrganisationScreen;
