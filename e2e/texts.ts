/** Small texts for the tests, written for them. */

export const meeting =
  'Ada Lovelace met Charles Babbage in London on 5 June 1833.\n\nThey talked about a machine.\n';

/** An emoji of several code points stands before every name. */
export const emoji = '👩‍🔬 Ada and 👨‍👩‍👧‍👦 the family\r\nsaw 🇨🇭 Züri\u0308ch.\r\n';
