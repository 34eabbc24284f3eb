/** Where the rest of the program gets its texts from. */
export { dateSentence } from "./date-sentence";
export { type Language, languages, resources } from "./resources";
export { choiceGroup, choiceWord } from "./choice-words";
export { isOutsideText, outsideText } from "./outside-text";
export { issueSentence, type SaidIssue } from "./issue-sentence";
export { massSentence } from "./mass-sentence";
export { weakSentence } from "./weak-sentence";
export { instantText, readableParams } from "./readable";
export type { TextKey } from "./keys";
export { createI18n, createTranslate, type Translate } from "./translator";
