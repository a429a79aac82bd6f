package cn.doublerandom.publication.notice;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.publication.PublicationRejection.NOTICE_UNKNOWN;

import cn.doublerandom.bureau.figures.Standing;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.publication.notice.NoticeCommand.IssueBulletinNotice;
import cn.doublerandom.publication.notice.NoticeCommand.IssueDrawNotice;
import cn.doublerandom.publication.notice.NoticeCommand.IssuePlanNotice;
import cn.doublerandom.publication.notice.NoticeCommand.IssueProgrammeNotice;
import cn.doublerandom.publication.notice.NoticeCommand.NoteAnchor;
import cn.doublerandom.publication.notice.NoticeCommand.NoteDrawCommitment;
import cn.doublerandom.publication.notice.NoticeCommand.NoteDrawOverdue;
import cn.doublerandom.publication.notice.NoticeCommand.NoteDrawSeal;
import cn.doublerandom.publication.notice.NoticeCommand.NoteDrawVoid;
import cn.doublerandom.publication.notice.NoticeCommand.NotePlanAlarm;
import cn.doublerandom.publication.notice.NoticeCommand.NoteReplacementUndone;
import cn.doublerandom.publication.notice.NoticeCommand.NoteSubject;
import cn.doublerandom.publication.notice.NoticeCommand.NoteSubjectReplacement;
import cn.doublerandom.publication.notice.NoticeEvent.AnchorNoted;
import cn.doublerandom.publication.notice.NoticeEvent.BulletinNoticeIssued;
import cn.doublerandom.publication.notice.NoticeEvent.BulletinWithdrawalAsked;
import cn.doublerandom.publication.notice.NoticeEvent.BulletinWithdrawalDeclined;
import cn.doublerandom.publication.notice.NoticeEvent.BulletinWithdrawalTakenBack;
import cn.doublerandom.publication.notice.NoticeEvent.BulletinWithdrawn;
import cn.doublerandom.publication.notice.NoticeEvent.DrawCommitmentNoted;
import cn.doublerandom.publication.notice.NoticeEvent.DrawNoticeIssued;
import cn.doublerandom.publication.notice.NoticeEvent.DrawOverdueNoted;
import cn.doublerandom.publication.notice.NoticeEvent.DrawSealNoted;
import cn.doublerandom.publication.notice.NoticeEvent.DrawVoidNoted;
import cn.doublerandom.publication.notice.NoticeEvent.PlanAlarmNoted;
import cn.doublerandom.publication.notice.NoticeEvent.PlanNoticeIssued;
import cn.doublerandom.publication.notice.NoticeEvent.ProgrammeNoticeIssued;
import cn.doublerandom.publication.notice.NoticeEvent.ReplacementUndoneNoted;
import cn.doublerandom.publication.notice.NoticeEvent.SubjectNoted;
import cn.doublerandom.publication.notice.NoticeEvent.SubjectReplacementNoted;
import cn.doublerandom.publication.notice.NoticeEvent.UncommittedRoundVoidNoted;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans and draws are public as soon as they are told; nothing is noted twice (R25, R30). */
public final class NoticeDecider implements Decider<NoticeCommand, NoticeEvent, Optional<Noted>> {
  @Override
  public Optional<Noted> initial() {
    return Optional.empty();
  }

  @Override
  public Decision<NoticeEvent> decide(NoticeCommand command, Optional<Noted> known) {
    return switch (command) {
      case IssuePlanNotice(var notice) ->
          known.orElse(null) instanceof PlanNotice plan && plan.saysTheSame(notice)
              ? accept()
              : accept(new PlanNoticeIssued(notice));
      case NotePlanAlarm(var alarm) ->
          known.equals(Optional.of(alarm)) ? accept() : accept(new PlanAlarmNoted(alarm));
      case IssueProgrammeNotice(var notice) ->
          known.orElse(null) instanceof ProgrammeNotice before
              ? programme(notice, before)
              : accept(new ProgrammeNoticeIssued(notice));
      case IssueBulletinNotice(var notice) ->
          known.isPresent() ? accept() : accept(new BulletinNoticeIssued(notice));
      case NoticeCommand.OfWithdrawal withdrawal -> WithdrawalRules.decide(withdrawal, known);
      case NoteSubject note -> {
        KnownSubject subject = known(note, known.orElse(null));
        yield known.equals(Optional.of(subject)) ? accept() : accept(new SubjectNoted(subject));
      }
      case NoteAnchor(var anchor) -> known.isPresent() ? accept() : accept(new AnchorNoted(anchor));
      case NoteDrawCommitment(var notice) ->
          known.isPresent() ? accept() : accept(new DrawCommitmentNoted(notice));
      case IssueDrawNotice issue ->
          ofDraw(known)
              .map(draw ->
                  isAwaited(draw)
                      ? happens(
                          new DrawNoticeIssued(
                              issue.resultHash(),
                              issue.selected(),
                              issue.executedOn(),
                              issue.chance(),
                              issue.names(),
                              issue.teamsOf(),
                              issue.visits(),
                              issue.chanceInEnglish()))
                      : nothing())
              .orElseGet(() -> reject(NOTICE_UNKNOWN));
      case NoteDrawSeal(var sealing, var on) ->
          ofDraw(known)
              .map(draw ->
                  draw.phase().equals("COMMITTED")
                      ? happens(new DrawSealNoted(sealing, on))
                      : nothing())
              .orElseGet(() -> reject(NOTICE_UNKNOWN));
      case NoteDrawOverdue(var due) ->
          ofDraw(known)
              .map(draw ->
                  due.equals(draw.overdueSince()) ? nothing() : happens(new DrawOverdueNoted(due)))
              .orElseGet(() -> reject(NOTICE_UNKNOWN));
      case NoteSubjectReplacement(var replacement) ->
          ofDraw(known)
              .map(draw ->
                  draw.replaced().stream().anyMatch(replacement::isSame)
                      ? nothing()
                      : happens(new SubjectReplacementNoted(replacement)))
              .orElseGet(() -> reject(NOTICE_UNKNOWN));
      case NoteReplacementUndone(var subject, var alternate, var why) ->
          ofDraw(known)
              .map(draw ->
                  draw.replaced().stream().anyMatch(r -> r.isPending(subject, alternate))
                      ? happens(new ReplacementUndoneNoted(subject, alternate, why))
                      : nothing())
              .orElseGet(() -> reject(NOTICE_UNKNOWN));
      case NoteDrawVoid(var drawId, var reason, var hash) when known.isEmpty() ->
          accept(new UncommittedRoundVoidNoted(UncommittedRound.voided(drawId, reason)));
      case NoteDrawVoid(var drawId, var reason, var hash) ->
          ofDraw(known)
              .filter(draw -> !draw.phase().equals("VOIDED"))
              .map(draw -> happens(new DrawVoidNoted(reason, hash)))
              .orElseGet(NoticeDecider::nothing);
    };
  }

  private static Optional<DrawNotice> ofDraw(Optional<Noted> known) {
    return known.filter(DrawNotice.class::isInstance).map(DrawNotice.class::cast);
  }

  private static Decision<NoticeEvent> happens(NoticeEvent event) {
    return accept(event);
  }

  private static Decision<NoticeEvent> nothing() {
    return accept();
  }

  private static Decision<NoticeEvent> programme(ProgrammeNotice notice, ProgrammeNotice before) {
    return before.saysTheSame(notice)
        ? accept()
        : accept(new ProgrammeNoticeIssued(notice.after(before)));
  }

  @Override
  public Optional<Noted> evolve(Optional<Noted> known, NoticeEvent event) {
    return switch (event) {
      case PlanNoticeIssued(var notice) ->
          Optional.of(
              known.orElse(null) instanceof PlanNotice before ? notice.after(before) : notice);
      case PlanAlarmNoted(var alarm) -> Optional.of(alarm);
      case ProgrammeNoticeIssued(var notice) -> Optional.of(notice);
      case BulletinNoticeIssued(var notice) -> Optional.of(notice);
      case BulletinWithdrawalAsked(var reason, var by, var on) ->
          Optional.of(new BulletinWithdrawal(WithdrawalRules.notice(known), reason, by, on, null));
      case BulletinWithdrawalDeclined declined ->
          Optional.of(WithdrawalRules.ended(known, WithdrawalRules.of(declined)));
      case BulletinWithdrawalTakenBack back ->
          Optional.of(WithdrawalRules.ended(known, WithdrawalRules.of(back)));
      case BulletinWithdrawn(var reason, var askedBy, var approvedBy, var on) ->
          Optional.of(WithdrawalRules.notice(known).withdrawn(on, reason));
      case SubjectNoted(var subject) -> Optional.of(subject);
      case AnchorNoted(var anchor) -> Optional.of(anchor);
      case DrawCommitmentNoted(var notice) -> Optional.of(notice);
      case DrawNoticeIssued issued -> Optional.of(draw(known).executed(issued));
      case DrawSealNoted(var sealing, var on) -> Optional.of(draw(known).sealed(sealing, on));
      case DrawOverdueNoted(var due) -> Optional.of(draw(known).overdue(due));
      case SubjectReplacementNoted(var replacement) ->
          Optional.of(draw(known).replaced(replacement));
      case ReplacementUndoneNoted(var subject, var alternate, var why) ->
          Optional.of(draw(known).undone(subject, alternate, why));
      case UncommittedRoundVoidNoted(var notice) -> Optional.of(notice);
      case DrawVoidNoted(var reason, var hash) -> Optional.of(draw(known).voided(reason, hash));
    };
  }

  /**
   * A subject after what was told of it.
   *
   * @param before as it was known; absent where it was not
   */
  public static KnownSubject known(NoteSubject note, @Nullable Noted before) {
    KnownSubject now =
        note.subject()
            .with(
                note.states() == null
                    ? standing(note.subject(), note.effective(), before)
                    : Standing.of(note.states()));
    return before instanceof KnownSubject known ? now.following(known, note.toldOn()) : now;
  }

  private static Standing standing(
      KnownSubject told, @Nullable LocalDate effective, @Nullable Noted known) {
    KnownSubject before = known instanceof KnownSubject subject ? subject : null;
    return Standing.told(
        before == null ? null : before.standing(),
        before == null ? null : before.status(),
        told.since(),
        told.status(),
        effective);
  }

  private static boolean isAwaited(DrawNotice draw) {
    return draw.phase().equals("COMMITTED") || draw.phase().equals("SEALED");
  }

  private static DrawNotice draw(Optional<Noted> known) {
    if (known.orElse(null) instanceof DrawNotice draw) {
      return draw;
    }
    throw new IllegalStateException("a draw went on that was never committed to");
  }
}
