package cn.doublerandom.registry.batch;

/** What happens to a batch. */
public sealed interface BatchEvent {
  /**
   * Its table is stored in more than one transaction.
   *
   * @param rows of the table
   * @param by whose table it is
   */
  record BatchBegun(int rows, String by) implements BatchEvent {}

  /**
   * All of it is stored.
   *
   * @param waiting rows of it that wait for a second person
   */
  record BatchCompleted(int waiting) implements BatchEvent {}
}
