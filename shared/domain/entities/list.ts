/** The one list of entities. Nothing else names them all; tests put a made-up one in by standing in for this file. */
import { allowance } from "./allowance";
import { assignment } from "./assignment";
import { basePay } from "./base-pay";
import { classTeacher } from "./class-teacher";
import { credential } from "./credential";
import { decision } from "./decision";
import { discipline } from "./discipline";
import { emulation } from "./emulation";
import { enrolment } from "./enrolment";
import { evaluation } from "./evaluation";
import { evidence } from "./evidence";
import { foreignTie } from "./foreign-tie";
import { formDetails } from "./form-details";
import { formerRegime } from "./former-regime";
import { honour } from "./honour";
import { keptApart } from "./kept-apart";
import { keptText } from "./kept-text";
import { layout } from "./layout";
import { listItem } from "./list-item";
import { office } from "./office";
import { official } from "./official";
import { planEntry } from "./plan-entry";
import { planning } from "./planning";
import { post } from "./post";
import { qualification } from "./qualification";
import { question } from "./question";
import { relative } from "./relative";
import { reward } from "./reward";
import { salary } from "./salary";
import { salaryScale } from "./salary-scale";
import { standardChoice } from "./standard-choice";
import { standardRule } from "./standard-rule";
import { standardSet } from "./standard-set";
import { trainingPlan } from "./training-plan";
import { trainingClass } from "./training-class";
import { unit } from "./unit";
import { wording } from "./wording";
import { workHistory } from "./work-history";

export const entities = {
  office,
  unit,
  post,
  official,
  assignment,
  qualification,
  enrolment,
  workHistory,
  salary,
  allowance,
  reward,
  emulation,
  honour,
  discipline,
  evaluation,
  planning,
  relative,
  foreignTie,
  formerRegime,
  evidence,
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
  salaryScale,
  basePay,
  listItem,
  trainingPlan,
  planEntry,
  trainingClass,
  classTeacher,
} as const;
