package cn.doublerandom.registry.inspector;

import cn.doublerandom.registry.inspector.Qualifications.Employment;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What a row would change of the teams an inspector can be drawn into: a skill that is lost, a unit
 * that is left, and whom he is recused from because he worked there or holds shares. It waits for a
 * second person, as whatever takes him out of the draw of today does.
 *
 * @param skills that are lost; empty where none are
 * @param unit the new one; absent where it stays
 * @param formerEmployers all of them; absent where they stay
 * @param shareholdings all of them; absent where they stay
 */
public record Narrowing(
    List<String> skills,
    @Nullable String unit,
    @Nullable List<Employment> formerEmployers,
    @Nullable List<String> shareholdings) {
  public Narrowing {
    skills = List.copyOf(skills);
    formerEmployers = formerEmployers == null ? null : List.copyOf(formerEmployers);
    shareholdings = shareholdings == null ? null : List.copyOf(shareholdings);
  }

  /** What of a row waits; absent where nothing does. */
  static @Nullable Narrowing between(InspectorDetails before, InspectorDetails told) {
    List<String> lost =
        before.skills().stream().filter(skill -> !told.skills().contains(skill)).toList();
    Qualifications was = before.more();
    Qualifications is = told.more();
    var narrowing =
        new Narrowing(
            lost,
            before.unit().equals(told.unit()) ? null : told.unit(),
            Set.copyOf(was.formerEmployers()).equals(Set.copyOf(is.formerEmployers()))
                ? null
                : is.formerEmployers(),
            Set.copyOf(was.shareholdings()).equals(Set.copyOf(is.shareholdings()))
                ? null
                : is.shareholdings());
    return narrowing.equals(new Narrowing(List.of(), null, null, null)) ? null : narrowing;
  }

  /** The entry with what waited. */
  InspectorDetails applied(InspectorDetails entry) {
    Qualifications its = entry.more();
    return entry.serving(
        unit == null ? entry.unit() : unit,
        entry.skills().stream().filter(skill -> !skills.contains(skill)).toList(),
        its.with(
            its.skillLevels().stream().filter(level -> !skills.contains(level.skill())).toList(),
            Objects.requireNonNullElse(formerEmployers, its.formerEmployers()),
            Objects.requireNonNullElse(shareholdings, its.shareholdings())));
  }

  String inWords() {
    var words = new StringJoiner("，");
    if (!skills.isEmpty()) {
      words.add("去掉专长“" + String.join("、", skills) + "”");
    }
    if (unit != null) {
      words.add("改属“" + unit + "”");
    }
    if (formerEmployers != null) {
      words.add(
          "曾任职单位改为 "
              + listed(formerEmployers.stream().map(e -> e.subject() + "/" + e.until()).toList()));
    }
    if (shareholdings != null) {
      words.add("持股单位改为 " + listed(shareholdings));
    }
    return words.toString();
  }

  private static String listed(List<String> all) {
    return all.isEmpty() ? "无" : String.join("、", all);
  }
}
