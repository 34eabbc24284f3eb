/** What is said of a file beside a roster that is not the roster's own: the same in the window and on the command line. */
import type { NoticeData } from "../../shared/contract/schemas/notices";
import type { Leftover } from "../roster/roster";

export function noticeOf({ name, asideAs }: Leftover): NoticeData {
  return asideAs === null
    ? { name: "leftover-passed", file: name }
    : { name: "leftover-aside", file: name, aside: asideAs };
}
