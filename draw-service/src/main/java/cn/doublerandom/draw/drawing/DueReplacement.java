package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.KnownEntry.KnownRecusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A member of a team who may not serve there any more, because a recusal was declared after the
 * freeze (R65): somebody has to ask for a substitute.
 *
 * @param reason code of the recusal
 * @param isRequested whether a replacement of this subject's team waits for its approval
 */
public record DueReplacement(
    String drawId, String subject, String inspector, String reason, boolean isRequested) {

  /** All that are due in a draw, by subject. */
  public static List<DueReplacement> of(
      Executed draw, List<KnownInspector> inspectors, LocalDate today) {
    Map<String, KnownInspector> known = new HashMap<>();
    inspectors.forEach(i -> known.put(i.id(), i));
    List<DueReplacement> due = new ArrayList<>();
    draw.roster().teams().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(team ->
            team.getValue()
                .forEach(member ->
                    Optional.ofNullable(known.get(member))
                        .flatMap(i -> recusal(i, team.getKey(), today))
                        .ifPresent(r ->
                            due.add(
                                new DueReplacement(
                                    draw.frame().drawId(),
                                    team.getKey(),
                                    member,
                                    r.reason(),
                                    draw.roster().open().containsKey(team.getKey()))))));
    return due;
  }

  private static Optional<KnownRecusal> recusal(
      KnownInspector inspector, String subject, LocalDate today) {
    return inspector.recusals().stream()
        .filter(r -> r.subject().equals(subject) && r.holds(today))
        .findFirst();
  }
}
