// What stands for the platform where there is no browser: for tests and for trying things out.

/** Values in memory; set can be told to fail, as a full disk would. */
export class MemoryStorage {
  values = new Map();
  isFull = false;

  async get(name) {
    await Promise.resolve();
    return this.values.get(name);
  }

  async set(name, value) {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.isFull) throw new Error('no room is left');
    this.values.set(name, value);
  }
}

/** One after the other within this process, in the manner of navigator.locks. */
export class QueueLocks {
  #last = new Map();

  request(name, work) {
    const before = this.#last.get(name) ?? Promise.resolve();
    const result = before.then(work);
    this.#last.set(
      name,
      result.catch(() => undefined),
    );
    return result;
  }
}
