package cn.doublerandom.registry.inspector;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A row that changes an inspector, and waits as a whole: who a number belongs to, until when he may
 * inspect and what he can be drawn for is not for one person to say (ADR 26).
 *
 * @param told the entry as the row tells it; whose name and certificates only his key tells
 * @param gained skills he had not; those that are lost stand in the narrowing
 * @param parts what else it changes, in the order of {@link Part}
 */
public record Revision(InspectorDetails told, List<String> gained, List<Part> parts) {
  /** What of an entry is told nowhere else in a request. */
  public enum Part {
    IDENTITY("姓名或执法证号"),
    SKILLS("专长"),
    SKILL_LEVELS("专长等级"),
    REGION("地区"),
    CAPACITY("承办上限");

    private final String text;

    Part(String text) {
      this.text = text;
    }
  }

  public Revision {
    gained = List.copyOf(gained);
    parts = List.copyOf(parts);
  }

  /** What a row changes beside the status. */
  static Revision between(InspectorDetails before, InspectorDetails told) {
    List<String> gained =
        told.skills().stream().filter(skill -> !before.skills().contains(skill)).toList();
    Qualifications was = before.more();
    Qualifications is = told.more();
    Set<Part> parts = EnumSet.noneOf(Part.class);
    if (!before.numberedAs(told)) {
      parts.add(Part.IDENTITY);
    }
    if (!gained.isEmpty()) {
      parts.add(Part.SKILLS);
    }
    if (!was.skillLevels().equals(is.skillLevels())) {
      parts.add(Part.SKILL_LEVELS);
    }
    if (!was.region().equals(is.region())) {
      parts.add(Part.REGION);
    }
    if (was.capacity() != is.capacity()) {
      parts.add(Part.CAPACITY);
    }
    return new Revision(told, gained, new ArrayList<>(parts));
  }

  /** Whether the number is said to be somebody else's, or his certificates others. */
  public boolean changesIdentity() {
    return parts.contains(Part.IDENTITY);
  }

  /** Names nobody: what a name was and becomes is read by who may open it. */
  String inWords() {
    var words = new StringJoiner("，");
    parts.forEach(part ->
        words.add(
            switch (part) {
              case SKILLS -> "增加专长“" + String.join("、", gained) + "”";
              case IDENTITY, SKILL_LEVELS, REGION, CAPACITY -> "改变" + part.text;
            }));
    return words.toString();
  }
}
