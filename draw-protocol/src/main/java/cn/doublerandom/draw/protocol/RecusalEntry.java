package cn.doublerandom.draw.protocol;

import java.util.Map;

/**
 * An inspector who may not inspect a subject (回避).
 *
 * @param reason reason code, for example DECLARED_INTEREST
 */
public record RecusalEntry(String subject, String inspector, String reason) {
  public Map<String, Object> json() {
    return Map.of("subject", subject, "inspector", inspector, "reason", reason);
  }

  static RecusalEntry of(Members m) {
    return new RecusalEntry(m.text("subject"), m.text("inspector"), m.text("reason"));
  }
}
