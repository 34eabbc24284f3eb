/** The one list of entities. Nothing else names them all; tests put a made-up one in by standing in for this file. */
import { assignment } from "./assignment";
import { credential } from "./credential";
import { decision } from "./decision";
import { formDetails } from "./form-details";
import { keptApart } from "./kept-apart";
import { keptText } from "./kept-text";
import { layout } from "./layout";
import { office } from "./office";
import { official } from "./official";
import { post } from "./post";
import { qualification } from "./qualification";
import { question } from "./question";
import { relative } from "./relative";
import { standardChoice } from "./standard-choice";
import { standardRule } from "./standard-rule";
import { standardSet } from "./standard-set";
import { unit } from "./unit";
import { wording } from "./wording";

export const entities = {
  office,
  unit,
  post,
  official,
  assignment,
  qualification,
  relative,
  keptText,
  standardSet,
  standardRule,
  standardChoice,
  question,
  keptApart,
  layout,
  credential,
  decision,
  formDetails,
  wording,
} as const;
