/** Words of the catalogs of pay and of code lists: names of their fields. */
export const payFields = {
  salaryScale: {
    key: "Key",
    name: "Name of the scale",
    first: "First coefficient",
    rise: "Rise a step",
    steps: "Steps",
    months: "Months a step",
    validFrom: "Valid from",
    validTo: "Valid until",
    clause: "Source",
    verified: "Compared with the text",
  },
  basePay: {
    validFrom: "Valid from",
    amount: "Base pay a month",
    clause: "Clause",
    verified: "Compared with the text",
  },
  listItem: {
    list: "Code list",
    name: "Name",
    code: "Code",
    oldCode: "Code in the list before",
    aliases: "Other spellings",
    scale: "Key of the pay scale",
    order: "Order",
    validFrom: "Valid from",
    validTo: "Valid until",
  },
} as const;
