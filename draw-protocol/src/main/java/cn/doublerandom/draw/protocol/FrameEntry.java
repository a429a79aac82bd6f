package cn.doublerandom.draw.protocol;

import cn.doublerandom.contracts.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
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

  /** The canonical JSON of {@link #json}, written straight where nothing in it needs escaping. */
  byte[] canonical() {
    if (!isPlain(id) || !isPlain(stratum) || (excluded != null && !isPlain(excluded))) {
      return CanonicalJson.bytes(json());
    }
    String json =
        excluded == null
            ? "{\"id\":\"" + id + "\",\"stratum\":\"" + stratum + "\"}"
            : "{\"excluded\":\""
                + excluded
                + "\",\"id\":\""
                + id
                + "\",\"stratum\":\""
                + stratum
                + "\"}";
    return json.getBytes(StandardCharsets.UTF_8);
  }

  /** ASCII letters, digits and signs that stand for themselves in JSON and in NFC. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  static FrameEntry of(Members m) {
    return new FrameEntry(
        m.text("id"), m.text("stratum"), m.has("excluded") ? m.text("excluded") : null);
  }
}
