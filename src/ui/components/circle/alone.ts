/** Nobody can be asked in before there is a server: that somebody is alone says nothing then. */
export const ALONE: readonly string[] = ['OneLead', 'NoContinuity'];
