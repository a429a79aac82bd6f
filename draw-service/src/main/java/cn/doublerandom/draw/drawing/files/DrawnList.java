package cn.doublerandom.draw.drawing.files;

import cn.doublerandom.draw.drawing.CombinedDraw;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.StratumWords;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.servicekit.identity.AccountNames;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * 抽取名单, as its template wants it: class by class, numbered through, as drawn; what was replaced
 * since stands behind.
 *
 * @param drawn how many there are in all
 * @param part of the list, from 1; a long one is printed in parts, each a paper of its own
 * @param firstNumber of the first subject in this part; 0 where nobody was drawn
 * @param lastNumber of the last
 * @param isCombined whether subjects are visited for tasks of their own
 * @param changed visits that are not as drawn any more; in the last part
 */
public record DrawnList(
    int drawn,
    int part,
    int parts,
    int firstNumber,
    int lastNumber,
    boolean isCombined,
    List<Section> sections,
    List<Change> changed) {
  /** Some twenty sheets; a file of them takes a fifth of the memory a service has. */
  static final int MOST_IN_PART = 500;

  /**
   * A class.
   *
   * @param stratum as it stands in the frame
   * @param words the same as people read it, in Chinese
   */
  public record Section(String stratum, String words, List<Line> lines) {}

  /**
   * A subject.
   *
   * @param team inspectors by number, and by name where it is known; empty where no team could be
   *     found
   * @param tasks it is visited for, of a combined draw
   */
  public record Line(int number, String name, String code, String team, String tasks) {}

  /**
   * A visit after replacements.
   *
   * @param team empty where the subject is not visited any more
   */
  public record Change(String name, String code, String team) {}

  /** Whether it is the last part, which is signed. */
  public boolean isLast() {
    return part == parts;
  }

  /**
   * @param called what inspectors are called
   */
  static DrawnList of(TaskDraws.Executed draw, int part, AccountNames.Names called) {
    List<String> selected = draw.result().selected();
    int parts = Math.max(1, Math.ceilDiv(selected.size(), MOST_IN_PART));
    if (part > parts) {
      throw new ProblemException(EdgeRejection.NOT_FOUND);
    }
    int from = (part - 1) * MOST_IN_PART;
    int to = Math.min(from + MOST_IN_PART, selected.size());
    Map<String, List<String>> tasks = CombinedDraw.tasks(draw);
    Names names = Names.of(draw.frame());
    Map<String, String> teams = new HashMap<>();
    draw.result().teams().forEach(t -> teams.put(t.subject(), people(t.inspectors(), called)));
    Map<String, String> strata = strata(draw);
    Map<String, List<String>> byStratum = new TreeMap<>();
    selected.forEach(s ->
        byStratum.computeIfAbsent(strata.getOrDefault(s, ""), none -> new ArrayList<>()).add(s));
    List<Section> sections = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, List<String>> stratum : byStratum.entrySet()) {
      List<Line> lines = new ArrayList<>();
      for (String subject : stratum.getValue()) {
        number++;
        if (from < number && number <= to) {
          lines.add(
              new Line(
                  number,
                  names.of(subject),
                  subject,
                  teams.getOrDefault(subject, ""),
                  joined(tasks.getOrDefault(subject, List.of()))));
        }
      }
      if (!lines.isEmpty()) {
        sections.add(new Section(stratum.getKey(), StratumWords.of(stratum.getKey()), lines));
      }
    }
    return new DrawnList(
        selected.size(),
        part,
        parts,
        Math.min(from + 1, to),
        to,
        !tasks.isEmpty(),
        sections,
        part == parts ? changed(draw, names, called) : List.of());
  }

  private static Map<String, String> strata(TaskDraws.Executed draw) {
    Set<String> drawn = new HashSet<>(draw.result().selected());
    Map<String, String> strata = new HashMap<>();
    for (FrameEntry entry : draw.parent().orElse(draw).frame().lists().frame()) {
      if (drawn.contains(entry.id())) {
        strata.put(entry.id(), entry.stratum());
      }
    }
    return strata;
  }

  private static List<Change> changed(
      TaskDraws.Executed draw, Names names, AccountNames.Names called) {
    Map<String, List<String>> drawn = new TreeMap<>();
    for (DrawResult.Team team : draw.result().teams()) {
      drawn.put(team.subject(), team.inspectors());
    }
    Map<String, List<String>> now = new TreeMap<>(draw.roster().teams());
    List<Change> changes = new ArrayList<>();
    Set<String> all = new TreeSet<>(drawn.keySet());
    all.addAll(now.keySet());
    for (String subject : all) {
      List<String> team = now.getOrDefault(subject, List.of());
      if (!team.equals(drawn.getOrDefault(subject, List.of()))) {
        changes.add(new Change(names.of(subject), subject, people(team, called)));
      }
    }
    return changes;
  }

  private static String people(List<String> team, AccountNames.Names called) {
    return joined(team.stream().map(called::of).toList());
  }

  private static String joined(List<String> codes) {
    return String.join("、", codes);
  }

  /** Subjects by the name the lists were frozen with. */
  private record Names(Map<String, String> byId) {
    static Names of(FrozenFrame frame) {
      Map<String, String> names = new HashMap<>();
      if (frame.names() != null) {
        frame.names().forEach(named -> names.put(named.subject(), named.name()));
      }
      return new Names(names);
    }

    String of(String subject) {
      return byId.getOrDefault(subject, subject);
    }
  }
}
