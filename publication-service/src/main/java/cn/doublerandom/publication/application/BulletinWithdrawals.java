package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.AskedWithdrawal;
import cn.doublerandom.publication.notice.BulletinBoard;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.BulletinWithdrawal;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeCommand;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 通报的撤销: one supervisor asks, another decides (ADR 88). */
@ApplicationScoped
public class BulletinWithdrawals {
  private static final List<String> DECIDE = List.of(Roles.SUPERVISOR);

  private final CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices;
  private final BulletinBoard board;

  @Inject
  BulletinWithdrawals(
      CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices, BulletinBoard board) {
    this.notices = notices;
    this.board = board;
  }

  /**
   * A bulletin at the desk.
   *
   * @param asked what was asked last, decided or not; absent where nothing was
   * @param whyNotDecide why who reads it may not decide; absent where he may
   */
  public record Found(
      BulletinNotice notice,
      @Nullable BulletinWithdrawal asked,
      @Nullable Rejection whyNotDecide,
      long version) {
    /** Whether one waits for another person. */
    public boolean waits() {
      return asked != null && asked.waits();
    }
  }

  /** One bulletin that is public, with what was asked about it. */
  public Uni<Found> of(String bulletinId, String by, LocalDate today) {
    return notices
        .load(stream(bulletinId))
        .map(loaded -> {
          Rejection why =
              notices.wouldHandle(new NoticeCommand.ApproveBulletinWithdrawal(by, today), loaded)
                      instanceof Handled.Refused<NoticeEvent, Optional<Noted>>(var no, var details)
                  ? no
                  : null;
          Noted noted = loaded.state().orElse(null);
          if (noted instanceof BulletinNotice notice) {
            return new Found(notice, null, why, loaded.version());
          } else if (noted instanceof BulletinWithdrawal asked) {
            return new Found(asked.notice(), asked, why, loaded.version());
          }
          throw new ProblemException(PublicationRejection.NOTICE_UNKNOWN);
        });
  }

  /** What waits for another person, with the version that is decided on. */
  public Uni<CommandHandler.Loaded<BulletinWithdrawal>> waiting(String bulletinId) {
    return notices
        .load(stream(bulletinId))
        .map(loaded ->
            new CommandHandler.Loaded<>(
                loaded
                    .state()
                    .filter(BulletinWithdrawal.class::isInstance)
                    .map(BulletinWithdrawal.class::cast)
                    .filter(BulletinWithdrawal::waits)
                    .orElseThrow(() -> new ProblemException(PublicationRejection.NO_CHANGE_WAITS)),
                loaded.version()));
  }

  /** Asks that a bulletin hold no more. */
  public Uni<Handled<NoticeEvent, Optional<Noted>>> ask(
      String bulletinId, String reason, LocalDate today, CommandContext context) {
    return handle(
        bulletinId,
        new NoticeCommand.AskBulletinWithdrawal(reason, context.actor(), today),
        context);
  }

  /** Another person agrees. */
  public Uni<Handled<NoticeEvent, Optional<Noted>>> approve(
      String bulletinId, LocalDate today, CommandContext context) {
    return handle(
        bulletinId, new NoticeCommand.ApproveBulletinWithdrawal(context.actor(), today), context);
  }

  /** Another person does not agree. */
  public Uni<Handled<NoticeEvent, Optional<Noted>>> decline(
      String bulletinId, String reason, LocalDate today, CommandContext context) {
    return handle(
        bulletinId,
        new NoticeCommand.DeclineBulletinWithdrawal(reason, context.actor(), today),
        context);
  }

  /** Who asked takes it back. */
  public Uni<Handled<NoticeEvent, Optional<Noted>>> takeBack(
      String bulletinId, String reason, LocalDate today, CommandContext context) {
    return handle(
        bulletinId,
        new NoticeCommand.TakeBackBulletinWithdrawal(reason, context.actor(), today),
        context);
  }

  /** 待办: what another asked for and this one may decide on. */
  Uni<Matters> waiting(Person person) {
    return person.isOneOf(DECIDE)
        ? Uni.createFrom()
            .completionStage(board::askedWithdrawals)
            .map(asked ->
                Matters.all(
                    asked.stream()
                        .filter(one -> !SecondPerson.isSame(one.by(), person.account()))
                        .map(BulletinWithdrawals::matter)
                        .toList()))
        : Uni.createFrom().item(Matters.NONE);
  }

  private static Matter matter(AskedWithdrawal asked) {
    return new Matter(
        "bulletin-withdrawal",
        "决定是否撤销“%s”".formatted(asked.heading()),
        "Decide whether the bulletin “%s” is withdrawn".formatted(asked.heading()),
        asked.on(),
        null,
        MatterPlaces.WITHDRAWAL.of(asked.bulletinId()));
  }

  private Uni<Handled<NoticeEvent, Optional<Noted>>> handle(
      String bulletinId, NoticeCommand command, CommandContext context) {
    return notices.handle(stream(bulletinId), command, context);
  }

  /** The stream of a bulletin. */
  public static String stream(String bulletinId) {
    return PublicationStreams.BULLETIN_NOTICE.of(bulletinId);
  }
}
