package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.drawing.ReplacementEvent.InspectorReplaced;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementEnded;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementSettled;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementUndone;
import cn.doublerandom.draw.drawing.ReplacementEvent.SubjectReplaced;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a replacement that was asked for: two people may have agreed to it, and the visit
 * had gone too far all the same.
 *
 * @param subject whose visit it is about
 * @param inspector the member who was to go; absent where the subject was
 * @param next who was to come in; absent where it was not agreed to
 * @param reason of who asked
 * @param requestedBy who asked
 * @param decidedBy who agreed, did not agree or took it back
 * @param decidedOn the day of that; of the visit's answer where that came last
 * @param why it does not hold; absent where it holds
 */
public record Outcome(
    State state,
    String subject,
    @Nullable String inspector,
    @Nullable String next,
    String reason,
    String requestedBy,
    String decidedBy,
    LocalDate decidedOn,
    @Nullable String why) {
  /** Whether a replacement holds. */
  public enum State {
    /** Agreed to; the visit has not said yet whether it takes it over. */
    AWAITED,
    /** It holds. */
    DONE,
    /** Agreed to; the visit had gone too far, and nobody was replaced. */
    UNDONE,
    /** Taken back or not agreed to. */
    ENDED
  }

  /**
   * Of every replacement that was decided on.
   *
   * @param story of one draw, oldest first
   * @return in the order they were decided on
   */
  public static List<Outcome> of(List<DrawEvent> story) {
    List<Outcome> decided = new ArrayList<>();
    for (DrawEvent event : story) {
      if (event instanceof ReplacementEvent after) {
        apply(after, decided);
      }
    }
    return List.copyOf(decided);
  }

  private static void apply(ReplacementEvent event, List<Outcome> decided) {
    switch (event) {
      case SubjectReplaced r ->
          decided.add(
              new Outcome(
                  agreed(r.awaitsVisit()),
                  r.subject(),
                  null,
                  r.alternate(),
                  r.reason(),
                  r.requestedBy(),
                  r.approvedBy(),
                  r.on(),
                  null));
      case InspectorReplaced r ->
          decided.add(
              new Outcome(
                  agreed(r.awaitsVisit()),
                  r.subject(),
                  r.inspector(),
                  r.substitute(),
                  r.reason(),
                  r.requestedBy(),
                  r.approvedBy(),
                  r.on(),
                  null));
      case ReplacementEnded e ->
          decided.add(
              new Outcome(
                  State.ENDED,
                  e.subject(),
                  e.inspector(),
                  null,
                  "",
                  e.requestedBy(),
                  e.by(),
                  e.on(),
                  e.reason()));
      case ReplacementSettled settled -> decided.replaceAll(one -> one.settled(settled));
      case ReplacementUndone undone -> decided.replaceAll(one -> one.undone(undone));
      case ReplacementEvent.ReplacementRequested requested -> {
        // it waits
      }
      case ReplacementEvent.HandoverRefused refused -> {
        // nothing was to be decided
      }
      case ReplacementEvent.MemberRecused recused -> {
        // nobody has asked yet
      }
      case ReplacementEvent.KeepingRequested requested -> {
        // nobody is to go
      }
      case ReplacementEvent.MemberKept kept -> {
        // nobody went
      }
    }
  }

  /** Of before visits were asked, all that was agreed to holds. */
  private static State agreed(@Nullable Boolean awaitsVisit) {
    return Boolean.TRUE.equals(awaitsVisit) ? State.AWAITED : State.DONE;
  }

  private Outcome settled(ReplacementSettled settled) {
    return state == State.AWAITED && subject.equals(settled.subject())
        ? as(State.DONE, decidedOn, null)
        : this;
  }

  private Outcome undone(ReplacementUndone undone) {
    return holds() && isOf(undone) ? as(State.UNDONE, undone.on(), undone.why()) : this;
  }

  private boolean holds() {
    return state == State.AWAITED || state == State.DONE;
  }

  private boolean isOf(ReplacementUndone undone) {
    return subject.equals(undone.subject())
        && next != null
        && (inspector == null
            ? next.equals(undone.alternate())
            : undone.substitutes().contains(next));
  }

  private Outcome as(State now, LocalDate on, @Nullable String because) {
    return new Outcome(now, subject, inspector, next, reason, requestedBy, decidedBy, on, because);
  }
}
