/** English twin of vi/workbook.ts. */
export const workbook = {
  foreign: {
    document: "a Word document",
    slides: "a presentation",
    pdf: "a PDF file",
    picture: "a picture",
    archive: "an archive",
    binaryWorkbook: "a binary workbook (.xlsb)",
    numbers: "a workbook of Apple Numbers",
    webPage: "a web page without any table",
    roster: "a roster (.scb)",
    packet: "an exchange file of this program (.scbsync)",
    program: "a program",
    unknown: "of a kind that is not known here",
  },
  limit: {
    megabytes: "MB",
    unpacked: "MB once unpacked",
    cells: "cells with something in them",
    letters: "letters",
    parts: "parts in the file",
    merges: "merged cells",
    minutes: "minutes of reading",
    memory: "MB of memory while reading",
  },
  /** Codes in which texts are written. */
  encoding: {
    unicode: "Unicode",
    tcvn3: "TCVN3 (fonts .Vn…)",
    vni: "VNI",
    viscii: "VISCII",
    doubtful: "Doubtful",
  },
  /** What is in a file and is not read. */
  left: {
    macros: "The file has macros: not run, not copied.",
    externalLinks: "The file has formulas that refer to other files: only the results in it were read.",
    pictures: "The file has pictures: not read.",
    comments: "The file has notes in cells: not read.",
  },
} as const;
