package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.InspectorEntry;
import java.util.List;
import java.util.stream.Stream;

/**
 * Those of whom the register is asked before somebody comes in for another.
 *
 * @param subjects the one that goes out and the alternates of its stratum
 * @param inspectors everybody on the frozen list
 */
public record Concerned(List<String> subjects, List<String> inspectors) {
  public static final Concerned NOBODY = new Concerned(List.of(), List.of());

  /** By a replacement of a subject, or of a member of its team; nobody where it is not drawn. */
  public static Concerned by(String drawId, String subject, TaskDraws draws) {
    Executed draw = Replacing.draw(drawId, draws);
    return draw == null || !draw.roster().teams().containsKey(subject)
        ? NOBODY
        : new Concerned(
            Stream.concat(Stream.of(subject), alternates(draw, subject)).toList(),
            draw.frame().lists().inspectors().stream().map(InspectorEntry::id).toList());
  }

  /** By all replacements of a draw that wait. */
  public static Concerned byOpen(String drawId, TaskDraws draws) {
    Executed draw = Replacing.draw(drawId, draws);
    if (draw == null || draw.roster().open().isEmpty()) {
      return NOBODY;
    }
    List<Concerned> each =
        draw.roster().open().keySet().stream().map(subject -> by(drawId, subject, draws)).toList();
    return new Concerned(
        each.stream().flatMap(one -> one.subjects.stream()).distinct().toList(),
        each.getFirst().inspectors);
  }

  /** The alternates of a subject's stratum in their order, whether they came in or not. */
  static Stream<String> alternates(Executed draw, String subject) {
    String stratum = stratum(draw, subject);
    return draw.alternates().stream()
        .filter(a -> a.stratum().equals(stratum))
        .map(DrawResult.Alternates::ids)
        .flatMap(List::stream);
  }

  private static String stratum(Executed draw, String subject) {
    return draw.parent().orElse(draw).frame().lists().frame().stream()
        .filter(e -> e.id().equals(subject))
        .findFirst()
        .orElseThrow()
        .stratum();
  }
}
