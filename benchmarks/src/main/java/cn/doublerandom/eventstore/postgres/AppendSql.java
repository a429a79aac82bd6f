package cn.doublerandom.eventstore.postgres;

/** The statement the store appends one event with, for a measurement below the JVM. */
public final class AppendSql {
  private AppendSql() {}

  /** With {@code $1} to {@code $7}: stream, expected version, id, type, payload, metadata, hash. */
  public static String oneEvent() {
    return AppendStatement.ONE_EVENT;
  }
}
