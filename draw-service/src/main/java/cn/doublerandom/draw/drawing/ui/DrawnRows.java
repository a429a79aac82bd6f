package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.LateRecusal;
import cn.doublerandom.draw.drawing.Roster;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.FrameEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who was drawn and who visits them now; whoever gave way stays, struck through. */
final class DrawnRows {
  private DrawnRows() {}

  /**
   * A subject of the list.
   *
   * @param name as it was frozen; its code in draws of old
   * @param team members now; empty where none could be found
   * @param cameFor the drawn subject in whose place it is visited; empty where it was drawn itself
   * @param gone whether another is visited in its place
   * @param waits whether a replacement there waits for another person
   * @param due members who were recused since
   * @param day on which it is visited, as two people agreed; absent where they did not
   */
  record Row(
      String subject,
      String name,
      String stratum,
      List<String> team,
      String cameFor,
      boolean gone,
      boolean waits,
      List<String> due,
      @Nullable LocalDate day) {}

  /** Those who stand by in a class, in their order. */
  record StandBy(String stratum, List<String> subjects) {}

  static List<Row> of(
      TaskDraws.Executed draw, UnaryOperator<String> stratum, Map<String, LocalDate> days) {
    Roster roster = draw.roster();
    Set<String> all = new TreeSet<>(draw.result().selected());
    all.addAll(roster.teams().keySet());
    Set<String> left = new HashSet<>(roster.places().values());
    FrozenFrame frame = frame(draw);
    Map<String, List<LateRecusal>> due =
        roster.due().stream().collect(Collectors.groupingBy(LateRecusal::subject));
    List<Row> rows = new ArrayList<>();
    for (String subject : all) {
      boolean gone = left.contains(subject) && !roster.teams().containsKey(subject);
      rows.add(
          new Row(
              subject,
              frame.named(subject).orElse(subject),
              stratum.apply(frame.lists().find(subject).map(FrameEntry::stratum).orElse("")),
              roster.teams().getOrDefault(subject, List.of()),
              roster.places().getOrDefault(subject, ""),
              gone,
              roster.open().containsKey(subject),
              due.getOrDefault(subject, List.of()).stream().map(LateRecusal::inspector).toList(),
              days.get(subject)));
    }
    return rows;
  }

  /** Where teams alone were drawn, the list of the draw they are for. */
  private static FrozenFrame frame(TaskDraws.Executed draw) {
    return draw.parent().orElse(draw).frame();
  }

  static List<StandBy> alternates(TaskDraws.Executed draw, UnaryOperator<String> stratum) {
    return draw.alternates().stream()
        .filter(one -> !one.ids().isEmpty())
        .map(one -> new StandBy(stratum.apply(one.stratum()), names(draw, one)))
        .toList();
  }

  private static List<String> names(TaskDraws.Executed draw, DrawResult.Alternates one) {
    return one.ids().stream().map(id -> frame(draw).named(id).orElse(id)).toList();
  }
}
