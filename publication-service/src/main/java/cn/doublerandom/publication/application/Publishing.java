package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.notice.PlanTask;
import cn.doublerandom.publication.result.PublicTerm;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.publication.result.Titles;
import cn.doublerandom.servicekit.identity.OwnBureau;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes a result public, under the name of the subject it is about. */
@ApplicationScoped
public class Publishing {
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;
  private final NoticeBoard board;
  private final PublicNotices notices;
  private final OwnBureau bureau;
  private final RuleBook rules;

  @Inject
  Publishing(
      CommandHandler<ResultCommand, ResultEvent, Publication> results,
      NoticeBoard board,
      PublicNotices notices,
      OwnBureau bureau,
      RuleBook rules) {
    this.results = results;
    this.board = board;
    this.notices = notices;
    this.bureau = bureau;
    this.rules = rules;
  }

  /** How far a result has come on its way to the public. */
  public Uni<CommandHandler.Loaded<Publication>> known(String resultId) {
    return results.load(PublicationStreams.RESULT.of(resultId));
  }

  /**
   * Publishes a result.
   *
   * @param by the account that publishes
   * @param unit of that account
   * @param context read once it is known what would be published
   */
  public Uni<Handled<ResultEvent, Publication>> publish(
      String resultId, String by, String unit, LocalDate today, Supplier<CommandContext> context) {
    return known(resultId)
        .flatMap(loaded -> command(loaded.state(), by, unit, today))
        .flatMap(command ->
            results.handle(PublicationStreams.RESULT.of(resultId), command, context.get()));
  }

  private Uni<ResultCommand> command(Publication as, String by, String unit, LocalDate today) {
    return subjectName(as)
        .flatMap(name ->
            titles(content(as).drawId())
                .flatMap(titles ->
                    bureau
                        .entry()
                        .map(own ->
                            new ResultCommand.PublishResult(
                                by,
                                unit,
                                name,
                                own.creditCode(),
                                today,
                                titles,
                                PublicTerm.of(today, rules).orElse(null)))));
  }

  /** What the plan calls the task of a draw, as everybody reads it now. */
  Uni<Titles> titles(String drawId) {
    return notices
        .planned(drawId)
        .flatMap(planned -> bureau.entry().map(own -> titles(planned, own.name())));
  }

  private static Titles titles(PlannedDraw planned, String own) {
    PlanTask task = planned.task();
    String issuer = planned.authority();
    return new Titles(
        task.planName(), task.taskName(), task.drawType(), issuer.isEmpty() ? own : issuer);
  }

  /**
   * What would become of publishing a result, which is not published by it.
   *
   * @param as the result as it was read
   */
  Uni<Handled<ResultEvent, Publication>> wouldPublish(
      CommandHandler.Loaded<Publication> as, String by, String unit, LocalDate today) {
    return command(as.state(), by, unit, today).map(command -> results.wouldHandle(command, as));
  }

  /** What everybody would read of a recorded result if it were published on a day. */
  Uni<ResultNotice> preview(Publication.Received received, LocalDate on) {
    return subjectName(received)
        .flatMap(name ->
            bureau
                .entry()
                .map(own ->
                    ResultNotice.of(
                        received.publishedAs(
                            name, on, own.creditCode(), PublicTerm.of(on, rules).orElse(null)))));
  }

  /** As the frame of its draw has it, so that list and finding bear one name. */
  private Uni<String> subjectName(Publication publication) {
    ResultContent content = content(publication);
    return Uni.createFrom()
        .completionStage(() -> board.draw(content.drawId()))
        .flatMap(draw ->
            draw.orElseThrow(Publishing::pending)
                .nameOf(content.subjectId())
                .map(name -> Uni.createFrom().item(name))
                .orElseGet(() -> registered(content.subjectId())));
  }

  private static ResultContent content(Publication publication) {
    return switch (publication) {
      case Publication.Unreceived() ->
          throw new ProblemException(PublicationRejection.RESULT_UNKNOWN);
      case Publication.NotHeld notHeld ->
          throw new ProblemException(PublicationRejection.RESULT_NOT_RECORDED);
      case Publication.Settled settled ->
          throw new ProblemException(PublicationRejection.RESULT_NOT_RECORDED);
      case Publication.Unrecorded(var missing, var windowTo) ->
          throw new ProblemException(PublicationRejection.RESULT_NOT_RECORDED);
      case Publication.Received(var received, var windowTo) -> received;
      case Publication.Published p -> p.content();
      case Publication.Withdrawn w -> w.was().content();
      case Publication.Ended e -> e.was().content();
    };
  }

  /** Of a draw from before names were frozen. */
  private Uni<String> registered(String id) {
    return Uni.createFrom()
        .completionStage(() -> board.subjects(List.of(id)))
        .map(known ->
            Optional.ofNullable(known.get(id))
                .map(KnownSubject::name)
                .orElseThrow(Publishing::pending));
  }

  private static ProblemException pending() {
    return new ProblemException(PublicationRejection.SUBJECT_NAME_PENDING);
  }
}
