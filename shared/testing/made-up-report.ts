/** A made-up form with a block of every kind and a cell of every type, for the tests of building and rendering. */
import { buildReport } from "../report/build";
import type { ReportDocument } from "../report/document";
import { meets } from "../report/filter";
import type { ReportForm } from "../report/form";
import type { Figures, ReportSource } from "../report/source";
import { exampleOffice } from "./reports";

export const madeUpForm: ReportForm = {
  key: "made-up",
  source: { kind: "record" },
  formats: ["xlsx", "docx", "pdf", "csv"],
  orientation: "portrait",
  fileName: "Mẫu thử {{scope}} {{day}}",
  blocks: [
    { kind: "heading", title: ["BÁO CÁO THỬ"], subtitle: "(Tính đến {{day}})" },
    {
      kind: "cross",
      rows: {
        lines: [
          { label: "Tổng số", filter: {} },
          { label: "Trong đó", filter: null },
          { label: "Đạt chuyên môn", filter: { "standard:professional": ["met"] } },
        ],
      },
      measure: "people",
      filter: { unit: ["a", "b"] },
      numbered: true,
      total: null,
      columns: [
        { key: "label", title: "Tiêu chí", value: { kind: "label" }, widthMm: 40 },
        {
          title: "Lý luận chính trị",
          columns: [
            { key: "all", title: "Số người", value: { kind: "figure", of: {} }, widthMm: 20 },
            {
              key: "met",
              title: "Đạt",
              value: { kind: "figure", of: { "standard:politicalTheory": ["met"] } },
              widthMm: 20,
            },
            {
              key: "rate",
              title: "Tỷ lệ",
              value: { kind: "percent", least: { "standard:politicalTheory": ["met"] }, whole: {} },
              widthMm: 20,
            },
          ],
        },
      ],
    },
    {
      kind: "list",
      of: "step",
      numbered: false,
      columns: [
        { key: "ordinal", title: "TT", value: { kind: "ordinal" }, widthMm: 10 },
        { key: "name", title: "Ngạch", value: { kind: "field", field: "name" }, widthMm: 40 },
        { key: "factor", title: "Hệ số", value: { kind: "field", field: "factor" }, widthMm: 20 },
        { key: "pay", title: "Lương", value: { kind: "field", field: "pay" }, widthMm: 25 },
        { key: "from", title: "Từ ngày", value: { kind: "field", field: "from" }, widthMm: 25 },
        { key: "note", title: "Ghi chú", value: { kind: "blank" }, widthMm: 20 },
      ],
    },
    {
      kind: "sheet",
      lines: [
        { label: "Họ và tên", field: "name" },
        { label: "Ngày sinh", field: "birth" },
        { label: "Ngày vào Đảng", field: "party" },
      ],
    },
    { kind: "text", title: null, lines: [{ text: "Tôi xin cam đoan những lời khai trên là đúng." }] },
    {
      kind: "signatures",
      places: [
        { title: "Người khai", hint: "(ký tên)", who: "preparer" },
        { title: "Thủ trưởng đơn vị", hint: "(ký tên, đóng dấu)", who: "signer" },
      ],
    },
  ],
};

/** Three people: the unit, and how each stands under two standards. */
const people = [
  { unit: "a", "standard:professional": "met", "standard:politicalTheory": "met", "standard:all": "met" },
  {
    unit: "b",
    "standard:professional": "met",
    "standard:politicalTheory": "notMet",
    "standard:all": "notMet",
  },
  { unit: "c", "standard:professional": "met", "standard:politicalTheory": "met", "standard:all": "met" },
] as const;

const figures: Figures = {
  members: () => [
    { key: "a", label: "Xã A" },
    { key: "b", label: "Xã B" },
  ],
  count: ({ by, filter }) => {
    const passing = people.filter((person) =>
      (["unit", "standard:professional", "standard:politicalTheory", "standard:all"] as const).every(
        (dimension) => {
          const condition = filter[dimension];
          return condition === undefined || meets(person[dimension], condition);
        },
      ),
    );
    return {
      total: passing.length,
      of: (member) => passing.filter((person) => by === "unit" && person.unit === member).length,
    };
  },
};

const madeUpSource: ReportSource = {
  values: {},
  figures,
  lists: {
    step: {
      types: { name: "text", factor: "decimal", pay: "number", from: "date" },
      rows: [
        (field) => {
          switch (field) {
            case "factor":
              return { kind: "decimal", value: 234, scale: 2 };
            case "pay":
              return { kind: "number", value: 5_475_600 };
            case "from":
              return { kind: "date", date: "2023-07-01" };
            default:
              return { kind: "text", text: "=Chuyên viên" };
          }
        },
      ],
    },
  },
  record: {
    types: { name: "text", birth: "date", party: "date" },
    cells: (field) => {
      if (field === "birth") return { kind: "date", date: "1980-05" };
      return field === "party" ? { kind: "empty" } : { kind: "text", text: "Hà Thị Thử" };
    },
  },
};

export function madeUpReport(form: ReportForm = madeUpForm, knownOn: string | null = null): ReportDocument {
  return buildReport(form, madeUpSource, {
    office: exampleOffice,
    scope: null,
    asOf: "2023-10-01",
    knownOn,
    issuedOn: null,
    filled: {},
    oneFigure: false,
  });
}
