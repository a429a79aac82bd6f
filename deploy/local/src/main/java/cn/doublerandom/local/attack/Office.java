package cn.doublerandom.local.attack;

import java.util.List;
import java.util.Map;

/**
 * The small office that is attacked.
 *
 * @param objects what stands for each variable of an address: {@code drawId}, {@code visitId} …
 * @param lead account of the officer who led {@code visitId}
 * @param stranger account of an officer who was not on that team
 * @param unit of both
 * @param hidden words that must not leave: what names them, by the word itself
 */
public record Office(
    Map<String, String> objects,
    String lead,
    String stranger,
    String unit,
    Map<String, String> hidden) {
  /** Every role there is, and nobody. */
  static final List<String> ROLES =
      List.of(
          "coordinator",
          "registrar",
          "approver",
          "unit-lead",
          "inspector",
          "legal-reviewer",
          "publisher",
          "witness",
          "supervisor",
          "auditor",
          "operator",
          "platform");

  /** Where nothing has happened yet. */
  public static Office empty() {
    return new Office(Map.of(), "JC001", "JC002", "综合行政执法大队", Map.of());
  }
}
