package cn.doublerandom.draw.drawing.files;

import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.ReleaseEvent;
import cn.doublerandom.draw.drawing.ReplacementEvent;
import cn.doublerandom.draw.drawing.WitnessKind;
import cn.doublerandom.draw.drawing.application.DrawStory;
import cn.doublerandom.draw.drawing.application.PrintedDraw;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.servicekit.identity.AccountNames;
import cn.doublerandom.servicekit.time.BusinessClock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 经过 of a draw as its record tells it: all that was done in the room, oldest first. */
public final class DrawCourse {
  /** A ceremony is a matter of seconds. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessClock.SHANGHAI);

  private DrawCourse() {}

  /**
   * Something that was done.
   *
   * @param what which event; its words stand in the template
   * @param about the witness it is about, the hash that was published; empty where it is neither
   * @param kind of the witness; absent where it is about none
   * @param count round or number of firms; 0 where it is about neither
   * @param by who did it; of what nobody signed in did, the template says so
   * @param agreed who agreed to it; empty where it takes one
   * @param why in words; empty where none was asked for
   */
  public record Step(
      String what,
      String about,
      @Nullable WitnessKind kind,
      int count,
      String time,
      String by,
      String agreed,
      String why) {}

  /** What came of the teams after the draw stands in the list, and not here. */
  static List<Step> of(PrintedDraw printed) {
    return printed.course().stream()
        .filter(happened -> !(happened.event() instanceof ReplacementEvent))
        .map(happened -> step(happened, printed.names()))
        .toList();
  }

  private static Step step(DrawStory.Happened happened, AccountNames.Names names) {
    Told told = told(happened.event());
    return new Step(
        told.what(),
        told.about(),
        told.kind(),
        told.count(),
        TIME.format(happened.at()),
        names.of(told.by().isEmpty() ? happened.by() : told.by()),
        told.agreed().isEmpty() ? "" : names.of(told.agreed()),
        told.why());
  }

  /**
   * @param by who did it, where it is not whose account recorded it
   */
  private record Told(
      String what,
      String about,
      @Nullable WitnessKind kind,
      int count,
      String by,
      String agreed,
      String why) {
    Told(String what) {
      this(what, "", null, 0, "", "", "");
    }

    Told(String what, String about) {
      this(what, about, null, 0, "", "", "");
    }

    Told(String what, int count) {
      this(what, "", null, count, "", "", "");
    }

    Told by(@Nullable String account, String name) {
      return new Told(
          what, about, kind, count, Optional.ofNullable(account).orElse(name), agreed, why);
    }

    Told because(String reason) {
      return new Told(what, about, kind, count, by, agreed, reason);
    }

    Told of(String asked, String other) {
      return new Told(what, about, kind, count, asked, other, why);
    }
  }

  private static Told told(DrawEvent event) {
    return switch (event) {
      case DrawEvent.FrameFrozen(var frame) -> new Told("frozen", frame.round());
      case DrawEvent.TermsApproved approved -> new Told("termsApproved");
      case DrawEvent.WitnessNamed e ->
          new Told(
              e.account() == null ? "codeIssued" : "witnessNamed",
              e.name(),
              e.kind(),
              0,
              "",
              "",
              "");
      case DrawEvent.WitnessReleased e -> new Told("witnessReleased", e.name());
      case ReleaseEvent.ReleaseRequested e ->
          new Told("releaseAsked", e.name()).because(e.reason());
      case ReleaseEvent.ReleaseEnded e ->
          new Told(e.withdrawn() ? "releaseTakenBack" : "releaseDeclined", e.name())
              .because(e.reason());
      case ReleaseEvent.PromiseReleased e ->
          new Told("promiseReleased", e.name())
              .of(e.requestedBy(), e.approvedBy())
              .because(e.reason());
      case DrawEvent.WitnessCodeMissed e -> new Told("codeMissed", e.name());
      case DrawEvent.ContributionPromised e -> new Told("promised", e.by()).by(e.account(), e.by());
      case DrawEvent.SecretDeposited e -> new Told("deposited");
      case DrawEvent.DepositConfirmed e -> new Told("depositConfirmed");
      case DrawEvent.DrawCommitted e -> new Told("committed", e.commitHash().substring(0, SHORT));
      case DrawEvent.ContributionRevealed e ->
          new Told("revealed", e.contribution().by()).by(e.account(), e.contribution().by());
      case DrawEvent.EntropyObserved e ->
          new Told(e.entropy() instanceof Entropy.CeremonyReveal ? "secretRevealed" : "observed");
      case DrawEvent.DrawExecuted e ->
          e.salt() == null
              ? new Told("executed", e.result().selected().size())
              : new Told("executedSealed");
      case DrawEvent.DrawOpened e -> new Told("opened");
      case DrawEvent.VoidApproved e -> new Told("voidApproved").because(e.reason());
      case DrawEvent.VoidEnded e ->
          new Told(e.withdrawn() ? "voidTakenBack" : "voidDeclined").because(e.reason());
      case DrawEvent.DrawVoided e ->
          new Told("voided").of(e.requestedBy(), e.approvedBy()).because(e.reason());
      case DrawEvent.DrawOverdue e -> new Told("overdue", e.due());
      case ReplacementEvent changed -> new Told("changed");
    };
  }

  private static final int SHORT = 12;
}
