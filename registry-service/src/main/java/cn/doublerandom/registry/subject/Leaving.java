package cn.doublerandom.registry.subject;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.CANCELLED_REINSTATED;
import static cn.doublerandom.registry.RegistryRejection.STATUS_NOT_TOLD;
import static cn.doublerandom.registry.RegistryRejection.STATUS_REQUEST_WAITS;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.subject.Subject.Registered;
import cn.doublerandom.registry.subject.Subject.StatusAsked;
import cn.doublerandom.registry.subject.SubjectCommand.ChangeStatus;
import cn.doublerandom.registry.subject.SubjectCommand.Reclassify;
import cn.doublerandom.registry.subject.SubjectCommand.RegisterSubject;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequested;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectReclassified;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who has gone is drawn no more and counts in no total: so going takes two people, and so does
 * coming back. Who pauses goes on counting and is drawn no more: a pause of whatever day takes two,
 * and so does the return from it, or calling it off, lest one undo what two agreed to. So does
 * whatever else takes a subject out of a frame it stands in or moves it to another ({@link
 * Departure}), and who it is ({@link Revision}).
 */
final class Leaving {
  private Leaving() {}

  /** Whether one person alone may not say it: another word for who has gone moves nobody. */
  private static boolean takesTwo(SubjectStatus before, SubjectStatus after) {
    return before != after && !(before.isGone() && after.isGone());
  }

  /** A status that is another than the one of its first day. */
  static Decision<SubjectEvent> change(ChangeStatus change, Registered known) {
    SubjectStatus before = known.asOf(change.effective()).status();
    if (!takesTwo(before, change.status())) {
      Optional<StatusAsked> waiting = known.statusAsked().filter(StatusAsked::asksStatus);
      return waiting.isPresent()
          ? waits(waiting.get(), known)
          : accept(new SubjectStatusChanged(change.status(), change.reason(), change.effective()));
    }
    var asked =
        new StatusRequested(
            change.status(), change.reason(), change.effective(), change.by(), null);
    return ask(
        List.of(), asked, known, known.statusAsked().filter(a -> a.isSaidBy(asked)).isPresent());
  }

  private static Decision<SubjectEvent> waits(StatusAsked asked, Registered known) {
    return reject(
        STATUS_REQUEST_WAITS, "waits", asked.inWordsOf(known.asOf(asked.effective()).status()));
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
      return waits(waits.get(), known);
    }
    List<SubjectEvent> events = new ArrayList<>(atOnce);
    if (!isAsked) {
      events.add(asked);
    }
    return new Decision.Accepted<>(events);
  }

  /**
   * A table tells the whole entry. A row that changes who the subject is waits as a whole; of
   * another one what leaves or comes back with it waits, and the rest of the row holds at once. Who
   * has gone and is called back by a row is refused: a table gives no reason.
   */
  static Decision<SubjectEvent> revise(RegisterSubject command, Registered known) {
    SubjectStatus was = known.asOf(command.effective()).status();
    SubjectStatus told = command.details().status();
    if (was != told && told == SubjectStatus.UNCONFIRMED) {
      return reject(STATUS_NOT_TOLD, "status", was.word());
    } else if (was.isGone() && was != SubjectStatus.UNCONFIRMED && !told.isGone()) {
      return reject(CANCELLED_REINSTATED, "subject", command.details().id());
    }
    Row row = Row.of(command, known);
    Optional<StatusAsked> overtaken = row.overtakes(known);
    if (overtaken.isPresent()) {
      return waits(overtaken.get(), known);
    }
    return row.revision().parts().isEmpty() ? row.inParts(known) : row.asWhole(known);
  }

  /** Labels alone wait by the rule of a row that tells nothing else. */
  static Decision<SubjectEvent> label(SubjectCommand.ChangeLabels change, Registered known) {
    SubjectDetails now = known.asOf(change.on());
    var labels = new TreeSet<>(now.labels());
    labels.removeAll(change.removed());
    labels.addAll(change.added());
    return labels.equals(new TreeSet<>(now.labels()))
        ? accept()
        : revise(
            new RegisterSubject(
                now.withLabels(List.copyOf(labels)),
                change.on(),
                change.by(),
                change.batch(),
                change.reason(),
                null,
                false),
            known);
  }

  /**
   * A row of somebody who is on the register.
   *
   * @param from first day of its status
   * @param then the status known of that day
   * @param statusWaits whether its status is another than that, and takes two then or on the first
   *     day that is told
   */
  private record Row(
      RegisterSubject command,
      SubjectDetails before,
      LocalDate from,
      SubjectStatus then,
      boolean statusWaits,
      Revision revision) {
    static Row of(RegisterSubject command, Registered known) {
      LocalDate day = command.effective();
      SubjectDetails before = known.asOf(day);
      SubjectDetails told = command.details();
      LocalDate said = command.statusFrom() == null ? day : command.statusFrom();
      SubjectStatus then = known.asOf(said.isAfter(day) ? said : day).status();
      boolean enters = then == SubjectStatus.UNCONFIRMED && !told.status().isGone();
      return new Row(
          command,
          before,
          enters ? Entering.first(command) : said,
          then,
          then != told.status()
              && (takesTwo(then, told.status())
                  || takesTwo(known.asOf(said).status(), told.status())),
          Revision.between(before, told));
    }

    private SubjectDetails told() {
      return command.details();
    }

    private boolean isOfToday() {
      return !statusWaits && then != told().status() && from.equals(command.effective());
    }

    private boolean isOfLater() {
      return !statusWaits && then != told().status() && !isOfToday();
    }

    /** What waits of the status, where the row would change it without anybody else. */
    Optional<StatusAsked> overtakes(Registered known) {
      return isOfLater() || isOfToday()
          ? known.statusAsked().filter(StatusAsked::asksStatus)
          : Optional.empty();
    }

    Decision<SubjectEvent> asWhole(Registered known) {
      return asks(
          List.of(), Departure.ofRow(before, told(), then == told().status()), revision, known);
    }

    Decision<SubjectEvent> inParts(Registered known) {
      LocalDate day = command.effective();
      Optional<Departure> departure = Departure.between(before, told(), !statusWaits);
      SubjectDetails rest =
          Departure.kept(before, isOfToday() ? told() : told().withStatus(before.status()));
      List<SubjectEvent> atOnce = new ArrayList<>();
      if (!before.equals(rest)) {
        atOnce.add(new SubjectRevised(rest, day));
      }
      if (isOfLater()) {
        atOnce.add(new SubjectStatusChanged(told().status(), command.reason(), from));
      }
      return statusWaits || departure.isPresent()
          ? asks(atOnce, departure.orElse(null), null, known)
          : new Decision.Accepted<>(atOnce);
    }

    private Decision<SubjectEvent> asks(
        List<SubjectEvent> atOnce,
        @Nullable Departure departure,
        @Nullable Revision changed,
        Registered known) {
      var asked =
          new StatusRequested(
              told().status(),
              command.reason(),
              from,
              command.by(),
              command.batch(),
              departure,
              changed);
      return ask(
          atOnce, asked, known, known.statusAsked().filter(a -> a.asksTheSame(asked)).isPresent());
    }
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
            command.batch() == null
                ? source.source()
                : source.source() + "评定，批次 " + command.batch(),
            source.on(),
            command.by(),
            command.batch(),
            Departure.to(command.riskClass(), source));
    return ask(
        List.of(), asked, known, known.statusAsked().filter(a -> a.asksTheSame(asked)).isPresent());
  }
}
