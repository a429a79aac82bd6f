package cn.doublerandom.publication.result;

import org.jspecify.annotations.Nullable;

/**
 * A visit that was not held, as the read side knows it.
 *
 * @param settled FINISHED or CANCELLED once it is owed no more; absent as long as it is
 */
public record VisitNotice(MissingVisit visit, @Nullable String settled) {
  /** Whether it is owed. */
  public boolean open() {
    return settled == null;
  }

  /** The same once it is owed no more; what is known already stays. */
  public VisitNotice settled(String outcome) {
    return open() ? new VisitNotice(visit, outcome) : this;
  }
}
