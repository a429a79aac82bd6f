package cn.doublerandom.draw.protocol;

import java.util.List;
import java.util.Map;

/**
 * One inspector who may be assigned (执法检查人员).
 *
 * @param id the register's number
 * @param tags what a slot may ask for, ascending
 * @param load visits already assigned this year, 0..10^6
 * @param cap most new visits, 0..10^6
 */
public record InspectorEntry(String id, List<String> tags, int load, int cap) {
  public InspectorEntry {
    tags = List.copyOf(tags);
  }

  public Map<String, Object> json() {
    return Map.of("id", id, "tags", tags, "load", load, "cap", cap);
  }

  static InspectorEntry of(Members m) {
    return new InspectorEntry(m.text("id"), m.texts("tags"), m.count("load"), m.count("cap"));
  }
}
