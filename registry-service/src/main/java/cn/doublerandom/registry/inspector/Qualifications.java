package cn.doublerandom.registry.inspector;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the register keeps of an inspector beyond unit, first certificate and skills.
 *
 * @param provincialCertificate 省政府执法证号; may be empty
 * @param provincialValidUntil its last day; absent without one
 * @param skillLevels 一专多能 (R53), ascending by skill
 * @param region GB/T 2260 in which the inspector works; may be empty
 * @param capacity most visits in one draw; 0 for no limit of their own
 * @param formerEmployers whom they may not inspect for some years
 * @param shareholdings subjects they hold shares of
 */
public record Qualifications(
    String provincialCertificate,
    @Nullable LocalDate provincialValidUntil,
    List<SkillLevel> skillLevels,
    String region,
    int capacity,
    List<Employment> formerEmployers,
    List<String> shareholdings) {
  public static final Qualifications NONE =
      new Qualifications("", null, List.of(), "", 0, List.of(), List.of());

  public Qualifications {
    skillLevels = List.copyOf(skillLevels);
    formerEmployers = List.copyOf(formerEmployers);
    shareholdings = List.copyOf(shareholdings);
  }

  /** The same with other skills, employers and shares. */
  Qualifications with(List<SkillLevel> levels, List<Employment> employers, List<String> holdings) {
    return new Qualifications(
        provincialCertificate, provincialValidUntil, levels, region, capacity, employers, holdings);
  }

  /** The same with another number of the provincial certificate. */
  Qualifications numbered(String provincial) {
    return new Qualifications(
        provincial,
        provincialValidUntil,
        skillLevels,
        region,
        capacity,
        formerEmployers,
        shareholdings);
  }

  /** The same with another last day of the provincial certificate. */
  Qualifications validUntil(@Nullable LocalDate provincial) {
    return new Qualifications(
        provincialCertificate,
        provincial,
        skillLevels,
        region,
        capacity,
        formerEmployers,
        shareholdings);
  }

  /**
   * How well a skill is mastered.
   *
   * @param level 1 assists, 2 works alone, 3 teaches
   */
  public record SkillLevel(String skill, int level) {}

  /**
   * A former employer.
   *
   * @param subject id of the subject
   * @param until last day of employment
   */
  public record Employment(String subject, LocalDate until) {}
}
