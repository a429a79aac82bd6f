package cn.doublerandom.draw.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One subject in scope (名单中的检查对象).
 *
 * @param id unified social credit code or the register's own code, 1..64 characters
 * @param stratum 层 with its own rate
 * @param excluded reason code of a subject that may not be drawn but stays visible; else null
 */
public record FrameEntry(String id, String stratum, @Nullable String excluded) {
  public FrameEntry(String id, String stratum) {
    this(id, stratum, null);
  }

  boolean isEligible() {
    return excluded == null;
  }

  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>(Map.of("id", id, "stratum", stratum));
    if (excluded != null) {
      json.put("excluded", excluded);
    }
    return json;
  }

  static FrameEntry of(Members m) {
    return new FrameEntry(
        m.text("id"), m.text("stratum"), m.has("excluded") ? m.text("excluded") : null);
  }
}
