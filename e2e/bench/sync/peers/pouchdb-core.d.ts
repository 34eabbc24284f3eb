/** The part of PouchDB that the benchmark uses; its packages bring no types. */
declare module "pouchdb-core" {
  export interface PouchDocument {
    readonly _id: string;
    readonly _rev?: string;
    readonly _deleted?: boolean;
    readonly _revisions?: { readonly start: number; readonly ids: readonly string[] };
    readonly [field: string]: unknown;
  }
  interface Written {
    readonly ok?: boolean;
    readonly id: string;
    readonly rev: string;
    readonly error?: unknown;
  }
  interface ChangesOptions {
    readonly since: number;
    readonly limit?: number;
    readonly style: "all_docs";
  }
  interface Changes {
    readonly last_seq: number;
    readonly results: readonly {
      readonly id: string;
      readonly changes: readonly { readonly rev: string }[];
    }[];
  }
  interface BulkGet {
    readonly results: readonly {
      readonly id: string;
      readonly docs: readonly { readonly ok?: PouchDocument }[];
    }[];
  }
  export default class PouchDB {
    constructor(name: string, options: { readonly adapter: "leveldb" });
    static plugin(plugin: unknown): void;
    bulkDocs(docs: readonly PouchDocument[], options?: { readonly new_edits: false }): Promise<Written[]>;
    bulkGet(options: { docs: readonly { id: string; rev: string }[]; revs: true }): Promise<BulkGet>;
    changes(options: ChangesOptions): Promise<Changes>;
    revsDiff(
      revs: Readonly<Record<string, readonly string[]>>,
    ): Promise<Readonly<Record<string, { readonly missing: readonly string[] }>>>;
    get(id: string): Promise<PouchDocument>;
    info(): Promise<unknown>;
    close(): Promise<void>;
  }
}

declare module "pouchdb-adapter-leveldb" {
  const plugin: unknown;
  export default plugin;
}
