package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expert beside a team as it is shown.
 *
 * @param entrusted who, by whose and which entrustment
 * @param purpose what he is to do
 * @param askedBy account of who asked
 * @param decidedBy account of the second person; absent as long as nobody decided
 * @param reason why he was declined or taken back; absent where he was not
 * @param endedBy account of who took him back; absent where nobody did
 * @param opinion as it was taken down last; absent where none was
 */
public record ExpertSummary(
    Entrusted entrusted,
    State state,
    String purpose,
    String askedBy,
    LocalDate askedOn,
    @Nullable String decidedBy,
    @Nullable LocalDate decidedOn,
    @Nullable String reason,
    @Nullable String endedBy,
    @Nullable LocalDate endedOn,
    Assistance.@Nullable Opinion opinion) {
  /** How he stands. */
  public enum State {
    /** 待同意. */
    ASKED,
    /** 在组外协助. */
    BESIDE,
    /** 未同意. */
    DECLINED,
    /** 已退回. */
    TAKEN_BACK
  }

  /** What a body is called, in brackets; of a person nothing. */
  public String bodyName() {
    return entrusted.name() == null ? "" : "（%s）".formatted(entrusted.name());
  }

  /** Those who were asked for, in their order; absent where nobody was. */
  static @Nullable List<ExpertSummary> of(Beside beside) {
    return beside.all().isEmpty() ? null : beside.all().stream().map(ExpertSummary::of).toList();
  }

  private static ExpertSummary of(Assistance one) {
    return switch (one) {
      case Assistance.Asked asked -> asked(asked);
      case Assistance.Given given -> given(given);
      case Assistance.Declined(var asked, var by, var reason, var on) ->
          asked(asked).decided(State.DECLINED, by, on, reason, null);
      case Assistance.Ended(var given, var by, var reason, var on) ->
          given(given).ended(by, on, reason);
    };
  }

  private static ExpertSummary asked(Assistance.Asked asked) {
    return new ExpertSummary(
        asked.entrusted(),
        State.ASKED,
        asked.purpose(),
        asked.by(),
        asked.on(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static ExpertSummary given(Assistance.Given given) {
    return asked(given.asked())
        .decided(State.BESIDE, given.by(), given.on(), null, given.opinion());
  }

  private ExpertSummary decided(
      State now, String by, LocalDate on, @Nullable String why, Assistance.@Nullable Opinion said) {
    return new ExpertSummary(
        entrusted, now, purpose, askedBy, askedOn, by, on, why, null, null, said);
  }

  private ExpertSummary ended(String by, LocalDate on, String why) {
    return new ExpertSummary(
        entrusted,
        State.TAKEN_BACK,
        purpose,
        askedBy,
        askedOn,
        decidedBy,
        decidedOn,
        why,
        by,
        on,
        opinion);
  }
}
