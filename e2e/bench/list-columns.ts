/** The columns by which measurements put the list in order and filter it. */

/** Columns of every kind: few values and as many as people, from memory and from the file, of all entities with rows. */
export const sortKeys = [
  "official.fullName",
  "official.birth",
  "official.sex",
  "official.ethnicity",
  "official.identityNumber",
  "official.hometown",
  "assignment.unit",
  "assignment.post",
  "assignment.from",
  "qualification.professional.level",
  "qualification.professional.granted",
  "computed.age",
  "computed.status.professional",
  "computed.missing.professional",
] as const;
