package cn.doublerandom.registry.inspector;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An inspector (执法检查人员) as the register keeps it.
 *
 * @param id the register's number
 * @param sealedName the name, readable only with the person's key
 * @param certificate 执法证号
 * @param certificateValidUntil last day of validity
 * @param skills 专长, ascending
 */
public record InspectorDetails(
    String id,
    String sealedName,
    String unit,
    String certificate,
    LocalDate certificateValidUntil,
    List<String> skills,
    InspectorStatus status) {
  public InspectorDetails {
    skills = List.copyOf(skills);
  }

  /** What a slot of a draw may ask for, ascending: {@code skill:…} and {@code unit:…}. */
  public List<String> tags() {
    List<String> tags = new ArrayList<>();
    skills.forEach(skill -> tags.add("skill:" + skill));
    tags.add("unit:" + unit);
    return tags.stream().sorted().toList();
  }
}
