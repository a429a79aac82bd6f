package cn.doublerandom.registry.batch;

/** What may be asked of a batch. */
public sealed interface BatchCommand {
  /**
   * Its table is stored in more than one transaction from now on.
   *
   * @param rows of the table
   * @param by whose table it is
   */
  record BeginBatch(int rows, String by) implements BatchCommand {}

  /**
   * The last transaction is stored.
   *
   * @param waiting rows of it that wait for a second person
   */
  record CompleteBatch(int waiting) implements BatchCommand {}
}
