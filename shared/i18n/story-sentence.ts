/** When something in somebody's history was, and when it came into the roster, as window and command line say it. */
import type { StoryEvent } from "../contract/schemas/person-story";
import { formatPartialDate } from "../domain/partial-date";
import { instantText } from "./readable";
import type { Translate } from "./translator";

/** E.g. "03/2016 – 05/2021", "từ 02/2021", "2019". */
export function storyWhen(t: Translate, { from, to, lasts }: StoryEvent): string {
  if (from === null)
    return to === null ? t("story:undated") : t("story:until", { day: formatPartialDate(to) });
  const begun = formatPartialDate(from);
  if (to !== null) return `${begun} – ${formatPartialDate(to)}`;
  return lasts ? t("story:since", { day: begun }) : begun;
}

/** The clock of the roster: when it was written here and by whom, and when it was last written otherwise. */
export function storyRecorded(t: Translate, { recorded, changed }: StoryEvent): string {
  if (recorded === null) return t("story:unrecorded");
  const said = t("story:recorded", { at: instantText(recorded.at), user: recorded.user });
  if (changed === null) return said;
  return `${said}; ${t("story:changed", { at: instantText(changed.at), user: changed.user })}`;
}
