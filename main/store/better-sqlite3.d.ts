/**
 * The part of better-sqlite3 that the store uses. The package's own typings are not reachable through its
 * `exports` map, and this narrow form keeps `any` out.
 */
declare module 'better-sqlite3' {
  namespace Database {
    interface Statement<P extends unknown[], R> {
      run(...params: P): { changes: number; lastInsertRowid: number | bigint };
      get(...params: P): R | undefined;
      all(...params: P): R[];
      iterate(...params: P): IterableIterator<R>;
    }
    interface Options {
      readonly?: boolean;
      fileMustExist?: boolean;
      timeout?: number;
      /** Path of the native part, where it does not lie beside its package. */
      nativeBinding?: string;
    }
  }
  class Database {
    constructor(filename: string, options?: Database.Options);
    readonly open: boolean;
    readonly inTransaction: boolean;
    prepare<P extends unknown[] = [], R = unknown>(sql: string): Database.Statement<P, R>;
    /** Runs the function inside BEGIN … COMMIT; a throw rolls back. */
    transaction<A extends unknown[], R>(
      fn: (...args: A) => R,
    ): ((...args: A) => R) & { immediate: (...args: A) => R };
    exec(sql: string): this;
    /** Gives the cipher its key; returns SQLite's result code, 0 = taken. */
    key(key: Buffer): number;
    pragma(source: string, options?: { simple?: boolean }): unknown;
    close(): this;
  }
  export default Database;
}
