package cn.doublerandom.registry.batch;

/**
 * How much of a batch can be read.
 *
 * <pre>AtOnce        Storing ──complete──▶ Whole</pre>
 *
 * <p>A batch of one transaction has no story of its own: it is whole or not there. A table whose
 * import broke off leaves its batch {@link Storing} for ever.
 */
public sealed interface Batch {
  /** One transaction stored all of it, as those of before this was asked. */
  record AtOnce() implements Batch {}

  /** Part of it is stored, and the rest may be on its way. */
  record Storing(String by) implements Batch {}

  /** All of it is stored. */
  record Whole() implements Batch {}

  /** Whether nothing is to come: who agrees can have read all he agrees to (ADR 38). */
  default boolean holdsAllItWill() {
    return switch (this) {
      case AtOnce() -> true;
      case Storing storing -> false;
      case Whole() -> true;
    };
  }
}
