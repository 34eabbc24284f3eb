/** `salary-session`: whose step of pay falls due in a session, and with `--out` its papers in a new folder. */
import { resolve } from "node:path";
import { formatPartialDate } from "../../../shared/domain/partial-date";
import type { SalaryStanding } from "../../../shared/due/salary-standing";
import type { Translate } from "../../../shared/i18n";
import { dueMissingText } from "../../../shared/i18n/due-sentence";
import { delayText } from "../../../shared/i18n/salary-sentence";
import { formatDay, formatDecimal, formatNumber } from "../../../shared/text/format";
import type { SessionLine, SessionList } from "../../services/salary-session";
import type { Command } from "../command";
import { momentOptions, readingAt } from "../roster-access";
import { sessionAsked, sessionOptions, sessionTime } from "../salary-options";
import { renderTable } from "../table";

type Lists = Readonly<Record<SessionList, readonly SessionLine[]>>;

export const salarySession: Command = {
  name: "salary-session",
  needs: "export",
  arguments: [{ name: "roster", help: "roster" }],
  options: { ...sessionOptions, out: { value: "folder", help: "sessionOut" }, ...momentOptions },
  async run(context) {
    const { args, ports, t, print } = context;
    // A month that is none is told before a roster is opened.
    sessionTime(context);
    const { SalarySession, sessionLists } = await import("../../services/salary-session");
    return readingAt(context, async (_roster, moment, live) => {
      const asked = await sessionAsked(context, live, moment);
      const session = await SalarySession.of(live, asked);
      const found: Partial<Record<SessionList, readonly SessionLine[]>> = {};
      for (const list of sessionLists) found[list] = [...session.lines(await session.people(list))];
      // Every list was read just now.
      const lists = found as Lists;
      const out = args.option("out");
      let written = null;
      if (out !== null) {
        const { writeSalaryPapers } = await import("../../services/report/salary-papers");
        const request = { asked, people: null, folder: resolve(out) };
        written = await writeSalaryPapers(live, request, { signal: ports.interrupted() });
      }
      print({ from: asked.from, to: asked.to, ...documentOf(lists, t), written }, () =>
        [
          t("cli:salary.title", { from: formatDay(asked.from), to: formatDay(asked.to) }),
          ...sessionLists.map((list) => tableOf(list, lists[list], t)).filter((text) => text !== ""),
          ...(written === null
            ? []
            : [t("cli:salary.written", { path: written.path, text: formatNumber(written.files.length) })]),
        ].join("\n\n"),
      );
    });
  },
};

function documentOf(lists: Lists, t: Translate) {
  const lineOf = ({ person, standing }: SessionLine) => ({
    person: { id: person.id, name: person.name, unitCode: person.unitCode, post: person.post },
    now: standing.now,
    ...restOf(standing, t),
  });
  return {
    due: lists.due.map(lineOf),
    overdue: lists.overdue.map(lineOf),
    unknown: lists.unknown.map(lineOf),
    mismatch: lists.mismatch.map(lineOf),
  };
}

function restOf(standing: SalaryStanding, t: Translate) {
  switch (standing.kind) {
    case "unknown":
      return { missing: standing.missing };
    case "mismatch":
      return { problem: standing.problem, expected: standing.expected };
    case "next": {
      const { kind, step, coefficient, percent, on, delayedBy } = standing.next;
      const delays = standing.delays.map((delay) => ({
        why: delayText(t, delay),
        months: delay.months,
        clause: delay.rule.clause,
        unverified: !delay.rule.verified,
      }));
      return { next: { kind, step, coefficient, percent, on, delayedBy }, delays };
    }
  }
}

function tableOf(list: SessionList, lines: readonly SessionLine[], t: Translate): string {
  const title = t(`cli:salary.${list}`, { text: formatNumber(lines.length) });
  if (lines.length === 0) return list === "due" ? title : "";
  const isDated = list === "due" || list === "overdue";
  const columns = [
    { heading: t("cli:people.name") },
    { heading: t("cli:people.unit") },
    { heading: t("cli:people.post") },
    { heading: t("cli:salary.now") },
    ...(isDated ? [{ heading: t("cli:salary.next") }, { heading: t("cli:salary.on") }] : []),
    { heading: t(isDated ? "cli:salary.delays" : "cli:salary.why") },
  ];
  const rows = lines.map(({ person, standing }) => [
    person.name,
    person.unitName ?? "",
    person.post ?? "",
    nowText(standing, t),
    ...nextCells(standing, t),
  ]);
  return `${title}\n${renderTable(columns, rows)}`;
}

function nowText({ now }: SalaryStanding, t: Translate): string {
  if (now === null) return "";
  const parts = [
    now.grade,
    now.step === null ? null : t("cli:salary.step", { step: now.step }),
    now.coefficient === null ? null : formatDecimal(now.coefficient / 100, 2),
    now.percent === null ? null : t("cli:salary.percent", { percent: now.percent }),
  ];
  return parts.filter((part) => part !== null).join(", ");
}

function nextCells(standing: SalaryStanding, t: Translate): string[] {
  if (standing.kind === "unknown") return [dueMissingText(t, standing.missing)];
  if (standing.kind === "mismatch") {
    const { problem, expected } = standing;
    const why = dueMissingText(t, [problem]);
    if (expected === null) return [why];
    return [t("cli:salary.expected", { why, coefficient: formatDecimal(expected / 100, 2) })];
  }
  const { step, coefficient, percent, on } = standing.next;
  const parts = [t("cli:salary.step", { step }), formatDecimal(coefficient / 100, 2)];
  if (percent > 0) parts.push(t("cli:salary.percent", { percent }));
  const isUnverified = standing.delays.some(({ rule }) => !rule.verified);
  const why = standing.delays.map((delay) => delayText(t, delay)).join("; ");
  return [parts.join(", "), formatPartialDate(on), isUnverified ? `${why} (${t("due:unverified")})` : why];
}
