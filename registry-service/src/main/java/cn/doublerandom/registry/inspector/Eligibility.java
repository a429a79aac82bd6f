package cn.doublerandom.registry.inspector;

import cn.doublerandom.bureau.figures.Turns;
import cn.doublerandom.registry.inspector.Inspector.Registered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether an inspector can be drawn on a day, and why not (R17, 三项制度: certified staff only).
 *
 * @param reasons empty where eligible
 */
public record Eligibility(LocalDate day, List<Obstacle> reasons) {
  public Eligibility {
    reasons = List.copyOf(reasons);
  }

  /** What stands in the way. */
  public enum Obstacle {
    LEFT("已离岗。", "Has left."),
    AWAITS_APPROVAL("在岗尚待另一人批准。", "On duty when another person agrees."),
    CERTIFICATE_EXPIRED("两种执法证均已过期。", "Neither certificate is valid."),
    ON_LEAVE("当日休假或外出。", "On leave that day.");

    private final String text;
    private final String english;

    Obstacle(String text, String english) {
      this.text = text;
      this.english = english;
    }

    public String text() {
      return text;
    }

    public String english() {
      return english;
    }
  }

  public static Eligibility on(LocalDate day, Registered inspector) {
    return on(
        day,
        inspector.details(),
        inspector.statuses(),
        inspector.leaves(),
        inspector.absenceAsked().orElse(null));
  }

  /** The same of one of a list. */
  public static Eligibility on(LocalDate day, InspectorDirectory.Entry entry) {
    return on(day, entry.details(), entry.statuses(), entry.leaves(), entry.absenceAsked());
  }

  private static Eligibility on(
      LocalDate day,
      InspectorDetails details,
      Turns<InspectorStatus> statuses,
      List<Leave> leaves,
      Inspector.@Nullable AbsenceAsked asked) {
    List<Obstacle> reasons = new ArrayList<>();
    if (statuses.asOf(day) == InspectorStatus.LEFT) {
      boolean isToCome = asked != null && asked.activeFrom() != null;
      reasons.add(isToCome ? Obstacle.AWAITS_APPROVAL : Obstacle.LEFT);
    }
    if (details.certifiedUntil().isBefore(day)) {
      reasons.add(Obstacle.CERTIFICATE_EXPIRED);
    }
    if (leaves.stream().anyMatch(leave -> leave.holds(day))) {
      reasons.add(Obstacle.ON_LEAVE);
    }
    return new Eligibility(day, reasons);
  }

  public boolean isEligible() {
    return reasons.isEmpty();
  }

  /**
   * Declared conflicts, and those that follow from former employers and shares, ascending.
   *
   * @param coolingYears how long a former employer is a conflict, by the rules of the day the
   *     employment ended
   */
  public static List<Recusal> conflicts(
      InspectorDetails details, List<Recusal> declared, ToIntFunction<LocalDate> coolingYears) {
    Stream<Recusal> employers =
        details.more().formerEmployers().stream()
            .map(e ->
                new Recusal(
                    e.subject(),
                    "FORMER_EMPLOYER",
                    null,
                    e.until().plusYears(coolingYears.applyAsInt(e.until())),
                    null));
    Stream<Recusal> shares =
        details.more().shareholdings().stream().map(s -> new Recusal(s, "SHAREHOLDER"));
    return Stream.of(declared.stream(), employers, shares)
        .flatMap(recusals -> recusals)
        .sorted(Comparator.comparing(Recusal::subject).thenComparing(Recusal::reason))
        .toList();
  }
}
