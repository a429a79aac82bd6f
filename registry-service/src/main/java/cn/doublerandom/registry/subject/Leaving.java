package cn.doublerandom.registry.subject;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.CANCELLED_REINSTATED;
import static cn.doublerandom.registry.RegistryRejection.STATUS_REQUEST_WAITS;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.subject.Subject.Registered;
import cn.doublerandom.registry.subject.Subject.StatusAsked;
import cn.doublerandom.registry.subject.SubjectCommand.ChangeStatus;
import cn.doublerandom.registry.subject.SubjectCommand.Reclassify;
import cn.doublerandom.registry.subject.SubjectCommand.RegisterSubject;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequested;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectReclassified;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who has gone is drawn no more and counts in no total: so going takes two people, and so does
 * coming back. Who pauses goes on counting and is drawn no more: a pause of whatever day takes two,
 * and so does whatever else takes a subject out of a frame it stands in or moves it to another
 * ({@link Departure}).
 */
final class Leaving {
  private Leaving() {}

  /** Whether one person alone may not say it. */
  private static boolean takesTwo(SubjectStatus before, SubjectStatus after) {
    boolean isPause = before != after && after == SubjectStatus.SUSPENDED;
    return before.isGone() != after.isGone() || isPause;
  }

  /** A status that is another than the one of its first day. */
  static Decision<SubjectEvent> change(ChangeStatus change, Registered known) {
    SubjectStatus before = known.asOf(change.effective()).status();
    if (!takesTwo(before, change.status())) {
      Optional<StatusAsked> replaced = replaced(change.status(), known);
      return replaced.isPresent()
          ? waits(replaced.get())
          : accept(new SubjectStatusChanged(change.status(), change.reason(), change.effective()));
    }
    var asked =
        new StatusRequested(
            change.status(), change.reason(), change.effective(), change.by(), null);
    return ask(
        List.of(), asked, known, known.statusAsked().filter(a -> a.isSaidBy(asked)).isPresent());
  }

  /** The request of the same status, which a change that needs nobody else would answer. */
  private static Optional<StatusAsked> replaced(SubjectStatus told, Registered known) {
    return known.statusAsked().filter(asked -> asked.asksStatus() && asked.status() == told);
  }

  private static Decision<SubjectEvent> waits(StatusAsked asked) {
    return reject(STATUS_REQUEST_WAITS, "waits", asked.inWords());
  }

  /**
   * Asks, where nothing waits yet. One thing waits at a time: what another person reads and agrees
   * to is not replaced under his hands.
   *
   * @param atOnce what holds without anybody else
   * @param isAsked whether the same waits already
   */
  private static Decision<SubjectEvent> ask(
      List<SubjectEvent> atOnce, StatusRequested asked, Registered known, boolean isAsked) {
    Optional<StatusAsked> waits = known.statusAsked();
    if (!isAsked && waits.isPresent()) {
      return waits(waits.get());
    }
    List<SubjectEvent> events = new ArrayList<>(atOnce);
    if (!isAsked) {
      events.add(asked);
    }
    return new Decision.Accepted<>(events);
  }

  /** Somebody new holds as told; a status of a later day than the first only from that day. */
  static Decision<SubjectEvent> register(RegisterSubject command) {
    SubjectDetails told = command.details();
    LocalDate from = command.statusFrom();
    return from == null || !from.isAfter(told.since()) || told.status() == SubjectStatus.ACTIVE
        ? accept(new SubjectRegistered(told))
        : accept(
            new SubjectRegistered(told.withStatus(SubjectStatus.ACTIVE)),
            new SubjectStatusChanged(told.status(), command.reason(), from));
  }

  /**
   * A table tells the whole entry. What leaves with it waits for a second person, the rest of the
   * row holds at once; whom it calls back is refused: a table gives no reason.
   */
  static Decision<SubjectEvent> revise(RegisterSubject command, Registered known) {
    LocalDate day = command.effective();
    SubjectDetails before = known.asOf(day);
    SubjectDetails told = command.details();
    LocalDate from = command.statusFrom() == null ? day : command.statusFrom();
    if (before.status().isGone() && !told.status().isGone()) {
      return reject(CANCELLED_REINSTATED, "subject", told.id());
    }
    SubjectStatus then = known.asOf(from.isAfter(day) ? from : day).status();
    boolean statusWaits = takesTwo(then, told.status());
    boolean isOfToday = !statusWaits && then != told.status() && from.equals(day);
    boolean isOfLater = !statusWaits && then != told.status() && !isOfToday;
    Optional<StatusAsked> replaced = isOfLater ? replaced(told.status(), known) : Optional.empty();
    if (replaced.isPresent()) {
      return waits(replaced.get());
    }
    Optional<Departure> departure = Departure.between(before, told, !statusWaits);
    SubjectDetails rest =
        Departure.kept(before, isOfToday ? told : told.withStatus(before.status()));
    List<SubjectEvent> atOnce = new ArrayList<>();
    if (!before.equals(rest)) {
      atOnce.add(new SubjectRevised(rest, day));
    }
    if (isOfLater) {
      atOnce.add(new SubjectStatusChanged(told.status(), command.reason(), from));
    }
    if (!statusWaits && departure.isEmpty()) {
      return new Decision.Accepted<>(atOnce);
    }
    var asked =
        new StatusRequested(
            told.status(),
            command.reason(),
            from,
            command.by(),
            command.batch(),
            departure.orElse(null));
    return ask(
        atOnce, asked, known, known.statusAsked().filter(a -> a.asksTheSame(asked)).isPresent());
  }

  /** Another class waits; the same one of another source holds at once. */
  static Decision<SubjectEvent> reclassify(Reclassify command, Registered known) {
    CreditRiskClass before = known.timeline().riskClass().asOf(command.recorded());
    RiskSource source = command.source();
    if (command.riskClass() == before) {
      return accept(new SubjectReclassified(command.riskClass(), source.source(), source.on()));
    }
    var asked =
        new StatusRequested(
            known.asOf(command.recorded()).status(),
            source.source() + "评定，批次 " + command.batch(),
            source.on(),
            command.by(),
            command.batch(),
            Departure.to(command.riskClass(), source));
    return ask(
        List.of(), asked, known, known.statusAsked().filter(a -> a.asksTheSame(asked)).isPresent());
  }
}
