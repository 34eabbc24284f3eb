/**
 * The papers of a session for steps of pay as documents: minutes, request, and one decision a person. Nothing is printed
 * that nobody wrote: numbers, days of signing and who sat in the council are dotted.
 */
import { shippedGrade } from "../../catalog/pay";
import { createTranslate } from "../../i18n";
import { delayText } from "../../i18n/salary-sentence";
import { report as words } from "../../i18n/vi/report";
import { formatPartialDate, type PartialDate, precisionOf } from "../../domain/partial-date";
import { formatDecimal, officialDay } from "../../text/format";
import { foldMarks } from "../../text/fold";
import { signerOf } from "../blanks";
import type { DocumentBlock, ReportDocument, ReportHeading, ReportText } from "../document";
import { fill } from "../fill";
import type { ReportOffice } from "../form";
import { periodWords } from "./period-words";
import type { PaperPerson } from "./person";
import { salaryTable } from "./table";
import { salaryWords } from "./words";

export interface PaperFrame {
  readonly office: ReportOffice;
  /** The days of the session, both included. */
  readonly from: string;
  readonly to: string;
  /** Names of grades as the roster has them, by code; null where it has none. */
  readonly gradeName: (code: string) => string | null;
}

const t = createTranslate("vi");

/** What the council says of everybody who is due. @param people in the order of the list */
export function minutesPaper(people: readonly PaperPerson[], frame: PaperFrame): ReportDocument {
  const { minutes, sign } = salaryWords;
  const period = periodWords(frame.from, frame.to);
  const over = people.filter(({ standing }) => standing.next.kind === "overTop").length;
  const delayed = people.filter(({ standing }) => standing.delays.length > 0).length;
  const counts = {
    count: String(people.length),
    regular: String(people.length - over),
    over: String(over),
    delayed: String(delayed),
    period,
  };
  return paper("salary-minutes", salaryWords.file.minutes, [
    heading(frame, minutes.number, [minutes.title, fill(minutes.matter, { period })]),
    body(fill(minutes.opening, { period }), ...minutes.present, fill(minutes.content, counts)),
    salaryTable(people, t),
    body(fill(minutes.ending, counts)),
    {
      kind: "signatures",
      places: [minutes.secretary, minutes.chair].map((title) => ({ title, hint: sign, name: null })),
    },
  ]);
}

/** What asks the office above to decide. @param people in the order of the list */
export function requestPaper(people: readonly PaperPerson[], frame: PaperFrame): ReportDocument {
  const { request, grounds } = salaryWords;
  const { office } = frame;
  const period = periodWords(frame.from, frame.to);
  return paper("salary-request", salaryWords.file.request, [
    heading(frame, request.number, [request.title, fill(request.matter, { period })], true),
    { kind: "text", title: null, look: "address", lines: [request.address] },
    { kind: "text", title: null, look: "grounds", lines: grounds },
    body(fill(request.body, { office: office.name, period, count: String(people.length) })),
    salaryTable(people, t),
    body(request.ending),
    { kind: "signatures", places: [signer(office)], receivers: request.receivers },
  ]);
}

/** The decision about one person. @param place in the list, from 1 */
export function decisionPaper(person: PaperPerson, place: number, frame: PaperFrame): ReportDocument {
  const { decision, grounds, file } = salaryWords;
  const { office } = frame;
  const { next, delays } = person.standing;
  const order = firstArticle(person, frame);
  const why = delays.map((delay) => {
    const told = delayText(t, delay);
    return delay.rule.verified ? told : fill(salaryWords.unverified, { why: told });
  });
  const name = fill(file.decision, { place: String(place).padStart(3, "0"), name: person.name });
  return paper("salary-decision", name, [
    heading(frame, decision.number, [decision.title, decision.matter[next.kind]], true),
    centred(deciding(office)),
    {
      kind: "text",
      title: null,
      look: "grounds",
      lines: [...grounds, decision.minutesGround, decision.proposedBy],
    },
    centred(decision.order),
    body(
      order,
      ...(why.length === 0
        ? []
        : [fill(decision.delayed, { months: String(next.delayedBy), why: why.join("; ") })]),
      fill(decision.next, { day: dayWords(next.on) }),
      fill(decision.duty, { name: addressed(person) }),
    ),
    { kind: "signatures", places: [signer(office)], receivers: decision.receivers },
  ]);
}

function firstArticle(person: PaperPerson, { gradeName }: PaperFrame): string {
  const { decision, step } = salaryWords;
  const { now, next, steps } = person.standing;
  const stepOf = (one: number) => fill(step, { step: String(one), steps: String(steps) });
  const code = now.grade;
  const named = gradeName(code) ?? shippedGrade(code)?.name ?? null;
  const before = next.kind === "regular" ? next.step - 1 : next.step;
  return fill(decision[next.kind], {
    person: described(person),
    grade:
      named === null
        ? fill(salaryWords.gradeCoded, { code })
        : fill(salaryWords.gradeNamed, { name: named, code }),
    fromStep: stepOf(before),
    fromCoefficient: coefficient(now.coefficient ?? next.coefficient),
    toStep: stepOf(next.step),
    toCoefficient: coefficient(next.coefficient),
    percent: String(next.percent),
    day: dayWords(next.on),
  });
}

/** "ông Nguyễn Văn An, sinh 05/10/1964, Chủ tịch UBND, Xã Quảng Yên" */
function described(person: PaperPerson): string {
  const { birth, post, unit } = person;
  const born =
    birth === null
      ? addressed(person)
      : fill(salaryWords.born, { person: addressed(person), birth: formatPartialDate(birth) });
  const place = [post, unit].filter((part) => part !== null).join(", ");
  return place === "" ? born : fill(salaryWords.held, { person: born, place });
}

function addressed({ sex, name }: PaperPerson): string {
  const { male, female, other } = salaryWords.person;
  return fill(sex === "male" ? male : sex === "female" ? female : other, { name });
}

function coefficient(hundredths: number): string {
  return formatDecimal(hundredths / 100, 2);
}

/** A day as documents write it; what is not known of it is dotted. */
function dayWords(date: PartialDate): string {
  const [year = "", month = ""] = date.split("-");
  switch (precisionOf(date)) {
    case "day":
      return officialDay(date);
    case "month":
      return fill(salaryWords.day.month, { month: String(Number(month)), year });
    case "year":
      return fill(salaryWords.day.year, { year });
  }
}

/** Who decides in an office: its chairman where it is a People's Committee, else its head. */
function deciding({ name }: ReportOffice): string {
  const { committee, head } = salaryWords.decision;
  const isCommittee = /^(ubnd|uy ban nhan dan)\b/.test(foldMarks(name));
  if (!isCommittee) return fill(head, { office: name.toUpperCase() });
  return fill(committee, { unit: name.replace(/^(ubnd|ủy ban nhân dân)\s+/iu, "").toUpperCase() });
}

function signer(office: ReportOffice) {
  const place = { title: "THỦ TRƯỞNG ĐƠN VỊ", hint: salaryWords.signStamped, who: "signer" } as const;
  return { ...signerOf(place, office, {}), hint: place.hint };
}

function heading(
  { office }: PaperFrame,
  number: string,
  title: readonly string[],
  isRuled = false,
): ReportHeading {
  return {
    kind: "heading",
    superior: office.superior?.toUpperCase() ?? null,
    agency: office.name.toUpperCase(),
    nation: words.nation,
    motto: words.motto,
    number,
    placeAndDay: fill(words.placeAndDay, { place: office.place, day: salaryWords.day.none }),
    title,
    subtitle: null,
    ...(isRuled ? { ruled: true } : {}),
  };
}

function body(...lines: readonly string[]): ReportText {
  return { kind: "text", title: null, look: "body", lines };
}

function centred(line: string): ReportText {
  return { kind: "text", title: null, look: "centred", lines: [line] };
}

function paper(form: string, fileName: string, blocks: readonly DocumentBlock[]): ReportDocument {
  return { form, orientation: "portrait", blocks, issuedOn: null, fileName };
}
