/** The dialogs are half of the code and none of the first screen: they are loaded after it. */
export const loadDialogs = () => import('./Dialogs');
