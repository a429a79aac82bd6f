package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.bureau.time.WorkdayCalendar.Deadline;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.inspection.BulletinRejection;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.bulletin.Audience;
import cn.doublerandom.inspection.bulletin.Bulletin;
import cn.doublerandom.inspection.bulletin.BulletinEvent;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinDrawnUp;
import cn.doublerandom.inspection.bulletin.BulletinSummary;
import cn.doublerandom.inspection.bulletin.Reach;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import cn.doublerandom.inspection.hearing.HearingDirectory;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.CalendarStream;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 通报: units are heard about what is to be said of them before anybody else reads it (ADR 88). */
@Singleton
public class Bulletins extends Hearings<BulletinDrawnUp, Reach, BulletinEvent, BulletinSummary> {
  private final BulletinFigures figures;
  private final KeptStates<IssuedNotices> calendar;
  private final Asking asking;

  @Inject
  Bulletins(
      CommandHandler<
              HearingCommand<BulletinDrawnUp, Reach>,
              BulletinEvent,
              Hearing<BulletinDrawnUp, Reach>>
          bulletins,
      HearingDirectory<BulletinSummary> directory,
      BulletinFigures figures,
      KeptStates<IssuedNotices> calendar,
      Asking asking,
      EventStore store) {
    super(bulletins, directory, store, VisitStreams.BULLETIN, BulletinRejection.BULLETIN_UNKNOWN);
    this.figures = figures;
    this.calendar = calendar;
    this.asking = asking;
  }

  /**
   * What a supervisor asks for.
   *
   * @param workingDays in which the units are heard
   * @param audience whom it is meant for, as the units are told
   */
  public record Draft(
      int year, int issue, List<String> units, String text, int workingDays, Audience audience) {}

  /** A bulletin that was drawn up, and its id: bureau, year and issue. */
  public record DrawnUp(
      String id, Handled<BulletinEvent, Hearing<BulletinDrawnUp, Reach>> handled) {}

  /**
   * A supervisor draws it up; its numbers are frozen as they are counted now.
   *
   * @param own unit of who does it
   */
  public Uni<DrawnUp> drawUp(Draft draft, String own, CommandContext context) {
    LocalDate today = BusinessClock.day(context.at());
    return asking
        .bureau()
        .map(of -> id(of.orElse(Asking.bureau(Scope.HOME)), draft))
        .flatMap(id ->
            opening(draft, today, context.actor())
                .flatMap(opening -> open(id, opening, own, context))
                .map(handled -> new DrawnUp(id, handled)));
  }

  private static String id(BureauKey bureau, Draft draft) {
    return "%s-%d-%d".formatted(bureau.text(), draft.year(), draft.issue());
  }

  private Uni<Optional<BulletinDrawnUp>> opening(Draft draft, LocalDate today, String by) {
    return calendar
        .of(CalendarStream.NAME)
        .map(notices -> notices.state().calendar().after(today, draft.workingDays()))
        .flatMap(due -> figures.of(draft.year()).map(all -> drawnUp(draft, today, due, all, by)));
  }

  /** Nothing where the year shows nothing of one of the units. */
  private static Optional<BulletinDrawnUp> drawnUp(
      Draft draft, LocalDate today, Deadline due, List<Bulletin.OfUnit> all, String by) {
    List<Bulletin.OfUnit> named =
        all.stream().filter(one -> draft.units().contains(one.unit())).toList();
    return named.size() == draft.units().stream().distinct().count()
        ? Optional.of(
            new BulletinDrawnUp(
                new Bulletin(draft.year(), draft.issue(), draft.text(), today, named),
                due.due(),
                due.provisional(),
                by,
                draft.audience()))
        : Optional.empty();
  }

  /** What everybody of the bureau reads in the end. */
  @Override
  protected boolean isForAll(Hearing<BulletinDrawnUp, Reach> bulletin) {
    return bulletin.ended().filter(over -> over.conclusion().circulates()).isPresent();
  }

  /** As long as it does not circulate a unit reads what is said of itself and what itself said. */
  @Override
  public Hearing<BulletinDrawnUp, Reach> shown(
      Hearing<BulletinDrawnUp, Reach> bulletin, Reader reader) {
    return reader.supervises() || isForAll(bulletin) ? bulletin : own(bulletin, reader);
  }

  private static Hearing<BulletinDrawnUp, Reach> own(
      Hearing<BulletinDrawnUp, Reach> bulletin, Reader reader) {
    String unit =
        bulletin.opened().flatMap(of -> Hearing.own(of.units(), reader.unit())).orElseThrow();
    List<Hearing.Answer> said =
        bulletin.heard().stream().filter(answer -> answer.unit().equals(unit)).toList();
    return switch (bulletin) {
      case Hearing.None<BulletinDrawnUp, Reach> none -> none;
      case Hearing.Open<BulletinDrawnUp, Reach> open ->
          new Hearing.Open<>(open.opening().of(unit), said);
      case Hearing.Over<BulletinDrawnUp, Reach> over ->
          new Hearing.Over<>(
              over.opening().of(unit), said, over.conclusion(), over.why(), over.by());
    };
  }
}
