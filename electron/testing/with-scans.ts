/**
 * The list of entities with a field for a scan in a person's record, for tests of documents: no entity of the program
 * has one. A test stands it in for the list: `vi.mock(import(".../entities/list"), withScans)`.
 */
type List = typeof import("../../shared/domain/entities/list");

export async function withScans(original: () => Promise<List>): Promise<List> {
  const { entities } = await original();
  const fields = { ...entities.official.fields, scan: { id: 90, type: "document" } };
  return { entities: { ...entities, official: { ...entities.official, fields } } };
}
