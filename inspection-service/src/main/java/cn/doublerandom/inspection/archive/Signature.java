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
    WITNESS("见证人", "a witness"),
    LEADER("负责人", "the leader"),
    INSPECTOR("执法人员", "officer"),
    SUBJECT("检查对象", "the firm"),
    SEAL("单位盖章", "the seal of the unit");

    private final String text;
    private final String english;

    Role(String text, String english) {
      this.text = text;
      this.english = english;
    }

    String english() {
      return english;
    }

    public String text() {
      return text;
    }
  }
}
