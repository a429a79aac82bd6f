package cn.doublerandom.inspection.archive;

import org.jspecify.annotations.Nullable;

/**
 * A signature or seal on a paper.
 *
 * @param by account of an officer, or the unit; empty for a subject, whose name stays on the paper
 * @param refusal why a subject would not sign; absent where it signed
 */
public record Signature(Role role, String by, @Nullable String refusal) {
  /** Who signs. */
  public enum Role {
    WITNESS("见证人"),
    LEADER("负责人"),
    INSPECTOR("执法人员"),
    SUBJECT("检查对象"),
    SEAL("单位盖章");

    private final String text;

    Role(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
