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
} as const;
