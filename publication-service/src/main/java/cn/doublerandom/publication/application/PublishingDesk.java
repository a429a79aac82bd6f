package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultDesk;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.CalendarStream;
import cn.doublerandom.servicekit.waiting.DueWords;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher has before him: the results of the bureau, and one of them as it will be read.
 */
@ApplicationScoped
public class PublishingDesk {
  private final ResultDesk desk;
  private final NoticeBoard board;
  private final PublicNotices notices;
  private final Publishing publishing;
  private final ResultChanges changes;
  private final KeptStates<IssuedNotices> calendar;

  @Inject
  PublishingDesk(
      ResultDesk desk,
      NoticeBoard board,
      PublicNotices notices,
      Publishing publishing,
      ResultChanges changes,
      KeptStates<IssuedNotices> calendar) {
    this.desk = desk;
    this.board = board;
    this.notices = notices;
    this.publishing = publishing;
    this.changes = changes;
    this.calendar = calendar;
  }

  /**
   * One result of the list.
   *
   * @param name of the subject; its number where no name was told yet
   * @param left until its last day, in working days
   * @param late whether its last day has passed without it
   * @param own whether the unit of who asks may publish it
   */
  public record Line(
      ResultNotice result, String name, String task, DueWords left, boolean late, boolean own) {}

  /**
   * A part of the list.
   *
   * @param toPublish how many are recorded and not public
   * @param overdue how many are late, recorded or not
   * @param published how many are public
   * @param withdrawn how many were, and hold no more
   */
  public record Found(
      List<Line> lines, long count, long toPublish, long overdue, long published, long withdrawn) {}

  /**
   * How the results of the bureau stand.
   *
   * @param toPublish how many are recorded and not public
   * @param overdue how many are late, recorded or not
   * @param published how many are public
   * @param withdrawn how many were, and hold no more
   */
  public record Standing(long toPublish, long overdue, long published, long withdrawn) {}

  /** The numbers above the list. */
  public Uni<Standing> standing(LocalDate today) {
    return counted(ResultDesk.Stage.TO_PUBLISH, today)
        .flatMap(waiting ->
            counted(ResultDesk.Stage.OVERDUE, today)
                .flatMap(late ->
                    counted(ResultDesk.Stage.PUBLISHED, today)
                        .flatMap(done ->
                            counted(ResultDesk.Stage.WITHDRAWN, today)
                                .map(gone -> new Standing(waiting, late, done, gone)))));
  }

  /** Of those to be made public, how many have their last day on a day or before it. */
  public Uni<Long> due(LocalDate until, LocalDate today) {
    return counted(
        new ResultDesk.Asked(Optional.of(ResultDesk.Stage.TO_PUBLISH), "", until, "", today));
  }

  /** The list of the bureau. */
  public Uni<Found> found(ResultDesk.Asked asked, int skipped, int limit, Person person) {
    LocalDate today = asked.today();
    return counted(asked)
        .flatMap(count ->
            standing(today)
                .flatMap(all ->
                    lines(asked, skipped, limit, person)
                        .map(lines ->
                            new Found(
                                lines,
                                count,
                                all.toPublish(),
                                all.overdue(),
                                all.published(),
                                all.withdrawn()))));
  }

  private Uni<Long> counted(ResultDesk.Stage stage, LocalDate today) {
    return counted(ResultDesk.Asked.of(stage, today));
  }

  private Uni<Long> counted(ResultDesk.Asked asked) {
    return Uni.createFrom().completionStage(() -> desk.count(asked));
  }

  private Uni<List<Line>> lines(ResultDesk.Asked asked, int skipped, int limit, Person person) {
    return Uni.createFrom()
        .completionStage(() -> desk.found(asked, skipped, limit))
        .flatMap(notices::resultsOfPlans)
        .flatMap(results ->
            Uni.combine()
                .all()
                .unis(workdays(), drawsOf(results), subjectsOf(results))
                .usingConcurrencyOf(1)
                .with((days, draws, subjects) ->
                    results.stream()
                        .map(result ->
                            line(
                                result,
                                name(result.result(), draws, subjects),
                                asked.today(),
                                days,
                                person))
                        .toList()));
  }

  private Uni<WorkdayCalendar> workdays() {
    return calendar.of(CalendarStream.NAME).map(kept -> kept.state().calendar());
  }

  private Uni<Map<String, DrawNotice>> drawsOf(List<PlannedResult> results) {
    return Uni.createFrom()
        .completionStage(() ->
            board.drawsById(
                results.stream().map(r -> r.result().content().drawId()).distinct().toList()));
  }

  private Uni<Map<String, KnownSubject>> subjectsOf(List<PlannedResult> results) {
    return Uni.createFrom()
        .completionStage(() ->
            board.subjects(
                results.stream().map(r -> r.result().content().subjectId()).distinct().toList()));
  }

  private static String name(
      ResultNotice result, Map<String, DrawNotice> draws, Map<String, KnownSubject> subjects) {
    ResultContent content = result.content();
    return result.published() != null
        ? result.published().subjectName()
        : Optional.ofNullable(draws.get(content.drawId()))
            .flatMap(draw -> draw.nameOf(content.subjectId()))
            .or(() ->
                Optional.ofNullable(subjects.get(content.subjectId())).map(KnownSubject::name))
            .orElse(content.subjectId());
  }

  private static Line line(
      PlannedResult planned, String name, LocalDate today, WorkdayCalendar days, Person person) {
    ResultNotice result = planned.result();
    ResultContent content = result.content();
    return new Line(
        result,
        name,
        planned.task().taskName(),
        DueWords.of(content.dueOn(), today, days),
        result.published() == null && content.dueOn().isBefore(today),
        result.published() == null
            && result.recorded()
            && person.isOneOf(List.of(Roles.PUBLISHER))
            && content.isOf(person.unit())
            && !content.isRecordedBy(person.account()));
  }

  /** One result, with what everybody will read of it. */
  public Uni<ShownResult> one(String resultId, Person person, LocalDate today) {
    return publishing
        .known(resultId)
        .flatMap(loaded ->
            switch (loaded.state()) {
              case Publication.Unreceived() -> throw unknown();
              case Publication.NotHeld notHeld -> throw unknown();
              case Publication.Settled settled -> throw unknown();
              case Publication.Unrecorded(var missing, var windowTo) ->
                  shown(loaded, missing.content(), null, today)
                      .map(shown -> shown.unpublished(PublicationRejection.RESULT_NOT_RECORDED));
              case Publication.Received received -> recorded(loaded, received, person, today);
              case Publication.Published p ->
                  shown(loaded, p.content(), ResultNotice.of(p), today)
                      .map(
                          shown -> shown.unpublished(PublicationRejection.RESULT_ALREADY_PUBLISHED))
                      .map(shown ->
                          shown.waiting(
                              ResultChanges.asked(p),
                              changes.whyNotDecide(loaded, person.account(), today)));
              case Publication.Withdrawn w ->
                  shown(loaded, w.was().content(), ResultNotice.of(w), today)
                      .map(shown -> shown.unpublished(PublicationRejection.RESULT_WITHDRAWN));
              case Publication.Ended e ->
                  shown(loaded, e.was().content(), ResultNotice.of(e), today)
                      .map(shown -> shown.unpublished(PublicationRejection.PUBLICATION_ENDED));
            });
  }

  private Uni<ShownResult> recorded(
      CommandHandler.Loaded<Publication> loaded,
      Publication.Received received,
      Person person,
      LocalDate today) {
    return publishing
        .wouldPublish(loaded, person.account(), person.unit(), today)
        .flatMap(would ->
            publishing
                .preview(received, today)
                .flatMap(notice -> shown(loaded, received.content(), notice, today))
                .map(shown ->
                    would instanceof Handled.Refused<?, ?>(var why, var details)
                        ? shown.unpublished(why)
                        : shown))
        .onFailure(ProblemException.class)
        .recoverWithUni(pending ->
            shown(loaded, received.content(), null, today)
                .map(shown -> shown.unpublished(pending.rejection())));
  }

  private Uni<ShownResult> shown(
      CommandHandler.Loaded<Publication> loaded,
      ResultContent content,
      @Nullable ResultNotice notice,
      LocalDate today) {
    return Uni.combine()
        .all()
        .unis(
            workdays(),
            Uni.createFrom()
                .completionStage(() -> board.draw(content.drawId()))
                .flatMap(draw ->
                    draw.isEmpty()
                        ? Uni.createFrom().item(Optional.<PlannedDraw>empty())
                        : notices.planned(content.drawId()).map(Optional::of)))
        .usingConcurrencyOf(1)
        .with((days, planned) ->
            new ShownResult(
                notice != null
                    ? notice.subjectName()
                    : planned
                        .flatMap(p -> p.draw().nameOf(content.subjectId()))
                        .orElse(content.subjectId()),
                loaded.version(),
                content,
                notice,
                planned.orElse(null),
                DueWords.of(content.dueOn(), today, days),
                !isPublic(loaded.state()) && content.dueOn().isBefore(today),
                isPublic(loaded.state()),
                null,
                null,
                null));
  }

  private static boolean isPublic(Publication publication) {
    return publication instanceof Publication.Published
        || publication instanceof Publication.Withdrawn
        || publication instanceof Publication.Ended;
  }

  private static ProblemException unknown() {
    return new ProblemException(PublicationRejection.RESULT_UNKNOWN);
  }
}
