package cn.doublerandom.inspection.visit;

import java.util.List;

/**
 * Signatures that do not count any more because what they were given for has changed. They stay to
 * be read.
 *
 * @param recordHash of what had been signed
 * @param officers who had signed, ascending
 * @param ofSubject whether the subject had signed, or had been noted as refusing
 */
public record VoidedSignatures(
    String recordHash, List<String> officers, boolean ofSubject, String by, Why why) {
  public VoidedSignatures {
    officers = List.copyOf(officers);
  }

  /** What changed. */
  public enum Why {
    /** An item was answered anew. */
    ANSWER,
    /** The subject stated something else. */
    STATEMENT
  }
}
