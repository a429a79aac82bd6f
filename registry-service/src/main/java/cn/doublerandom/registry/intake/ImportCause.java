package cn.doublerandom.registry.intake;

import java.util.Optional;

/**
 * How events name the table they came with: as their cause, in their metadata (ADR 59). A table
 * that broke off and was taken once more is the same cause.
 */
public final class ImportCause {
  /** It is somebody's request that takes a table, and is told as one. */
  private static final String OF = "request-import-";

  private ImportCause() {}

  /** The cause of all that a table writes. */
  public static String of(String importId) {
    return OF + importId;
  }

  /** The table a cause names; empty where it names another thing. */
  public static Optional<String> importOf(String causationId) {
    return causationId.startsWith(OF)
        ? Optional.of(causationId.substring(OF.length()))
        : Optional.empty();
  }
}
