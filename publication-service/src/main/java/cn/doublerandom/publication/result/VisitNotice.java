package cn.doublerandom.publication.result;

import org.jspecify.annotations.Nullable;

/**
 * A visit that was not held, as the read side knows it.
 *
 * @param settled FINISHED once it was held after all and its result is to come, RECORDED once that
 *     is recorded or missing after its last day, CANCELLED where it fell away; absent before
 */
public record VisitNotice(MissingVisit visit, @Nullable String settled) {
  private static final String FINISHED = "FINISHED";

  /** Whether nobody has held it yet. */
  public boolean open() {
    return settled == null;
  }

  /** Whether it or its result is still to come. */
  public boolean owed() {
    return settled == null || settled.equals(FINISHED);
  }

  /** The same after what became of it; the last word stays. */
  public VisitNotice settled(String outcome) {
    return owed() ? new VisitNotice(visit, outcome) : this;
  }
}
