/** The dialogs are none of the first screen: they are loaded after it. */
export const loadDialogs = () => import('./Dialogs');
