package cn.doublerandom.registry.subject;

import static cn.doublerandom.eventstore.decider.Decision.accept;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.subject.Subject.Registered;
import cn.doublerandom.registry.subject.Subject.StatusAsked;
import cn.doublerandom.registry.subject.SubjectCommand.ApproveStatus;
import cn.doublerandom.registry.subject.SubjectCommand.RegisterSubject;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequested;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import java.time.LocalDate;
import java.util.List;

/**
 * One person alone adds nobody to a frame or a total: who is new to a register that has subjects is
 * registered as 待核准 and asked for, and stands in it from the day another person agrees. The table
 * that opens a register is taken as it is: it is seen whole, and there is nobody yet whom anybody
 * could favour (ADR 26).
 */
final class Entering {
  private Entering() {}

  static Decision<SubjectEvent> register(RegisterSubject command) {
    SubjectDetails told = command.details();
    return switch (told.status()) {
      case UNCONFIRMED -> asked(command);
      case ACTIVE, SUSPENDED -> command.opensRegister() ? opened(command) : asked(command);
      case CANCELLED, MOVED_OUT, REVOKED, ANNULLED ->
          command.opensRegister() ? opened(command) : gone(command);
    };
  }

  private static boolean isFromLater(RegisterSubject command) {
    LocalDate from = command.statusFrom();
    return from != null && from.isAfter(command.details().since());
  }

  /** As told; a status of a later day than the first only from that day. */
  private static Decision<SubjectEvent> opened(RegisterSubject command) {
    return command.details().status() == SubjectStatus.ACTIVE
        ? accept(new SubjectRegistered(command.details()))
        : from(SubjectStatus.ACTIVE, command);
  }

  /** Who has gone before anybody agreed to him counted on no day. */
  private static Decision<SubjectEvent> gone(RegisterSubject command) {
    return from(SubjectStatus.UNCONFIRMED, command);
  }

  private static Decision<SubjectEvent> from(SubjectStatus before, RegisterSubject command) {
    SubjectDetails told = command.details();
    LocalDate from = command.statusFrom();
    return from == null || !isFromLater(command)
        ? accept(new SubjectRegistered(told))
        : accept(
            new SubjectRegistered(told.withStatus(before)),
            new SubjectStatusChanged(told.status(), command.reason(), from));
  }

  private static Decision<SubjectEvent> asked(RegisterSubject command) {
    SubjectDetails told = command.details();
    return accept(
        new SubjectRegistered(told.withStatus(SubjectStatus.UNCONFIRMED)),
        new StatusRequested(
            told.status() == SubjectStatus.UNCONFIRMED ? SubjectStatus.ACTIVE : told.status(),
            command.reason(),
            first(command),
            command.by(),
            command.batch()));
  }

  /** The day it is asked for at the earliest; no day before the approval will hold. */
  static LocalDate first(RegisterSubject command) {
    LocalDate day = later(command.details().since(), command.effective());
    LocalDate from = command.statusFrom();
    return from == null ? day : later(from, day);
  }

  /** Who was asked for stands in the register from the approval on, never before. */
  static List<SubjectEvent> agreed(ApproveStatus approve, StatusAsked asked, Registered known) {
    LocalDate first = later(known.details().since(), approve.on());
    LocalDate from = later(asked.effective(), first);
    var told =
        new SubjectStatusChanged(asked.status(), asked.reason(), from, asked.by(), approve.by());
    return asked.status() == SubjectStatus.SUSPENDED && from.isAfter(first)
        ? List.of(
            new SubjectStatusChanged(
                SubjectStatus.ACTIVE, asked.reason(), first, asked.by(), approve.by()),
            told)
        : List.of(told);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
