package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.DepartureRejection;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.departure.Departure;
import cn.doublerandom.inspection.departure.DepartureCommand;
import cn.doublerandom.inspection.departure.DepartureDirectory;
import cn.doublerandom.inspection.departure.DepartureEvent;
import cn.doublerandom.inspection.departure.DepartureRequest;
import cn.doublerandom.inspection.departure.DepartureSummary;
import cn.doublerandom.inspection.departure.HandoverOutcome;
import cn.doublerandom.inspection.visit.KnownOfficer;
import cn.doublerandom.inspection.visit.OfficerDirectory;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** 人员调离移交: all an officer has open is handed over, by two people (ADR 95). */
@ApplicationScoped
public class Departures {
  private final CommandHandler<DepartureCommand, DepartureEvent, Departure> departures;
  private final DepartureDirectory directory;
  private final OfficerDirectory officers;
  private final LeftWork left;

  @Inject
  Departures(
      CommandHandler<DepartureCommand, DepartureEvent, Departure> departures,
      DepartureDirectory directory,
      OfficerDirectory officers,
      LeftWork left) {
    this.departures = departures;
    this.directory = directory;
    this.officers = officers;
    this.left = left;
  }

  /**
   * What an officer has open, or had when it was agreed that he hands it over.
   *
   * @param inspector his number
   * @param unit by the register; absent where it did not say
   * @param asked absent where nobody asked
   * @param visits each with what has become of it, the most urgent first
   * @param count how many there are: of more than 500 the first are listed
   * @param rechecks planned for him now
   * @param version of the hand-over; 0 where nobody asked
   */
  public record OpenWork(
      String inspector,
      @Nullable String unit,
      @Nullable DepartureSummary asked,
      List<OneVisit> visits,
      long count,
      List<Rechecks.OwnRecheck> rechecks,
      long version) {
    /** Whether there are more than are listed. */
    public boolean isCut() {
      return count > visits.size();
    }
  }

  /**
   * @param why nobody came in; absent where the draw did not say so
   */
  public record OneVisit(VisitSummary visit, HandoverOutcome outcome, @Nullable String why) {
    static OneVisit of(VisitSummary visit, String inspector) {
      return new OneVisit(
          visit,
          HandoverOutcome.of(visit, inspector),
          HandoverOutcome.handover(visit, inspector).map(one -> one.refused()).orElse(null));
    }
  }

  /** The id of an officer's hand-over, however he is spelt. */
  public static String id(String inspector) {
    return Normalizer.normalize(inspector.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static String stream(String inspector) {
    return VisitStreams.DEPARTURE.of(id(inspector));
  }

  /** Those somebody may read, by id. */
  public Uni<List<DepartureSummary>> page(Officer reader, String after, int limit) {
    String unit = reader.isOfBureau() ? "" : reader.unit().strip();
    return !reader.isOfBureau() && SecondPerson.isNobody(unit)
        ? Uni.createFrom().item(List.of())
        : Uni.createFrom().completionStage(() -> directory.page(unit, after, limit));
  }

  /** Who leads his unit, and who works for the whole bureau. */
  static boolean reads(Officer reader, @Nullable String unit) {
    return reader.isOfBureau()
        || (reader.reach() == Officer.Reach.UNIT
            && reader.isOf(unit == null ? List.of() : List.of(unit)));
  }

  /** What an officer has open, for who may hand it over. */
  public Uni<OpenWork> of(String inspector, Officer reader) {
    return known(inspector)
        .invoke(officer -> {
          if (!reads(reader, officer.unit())) {
            throw new ProblemException(DepartureRejection.DEPARTURE_FOREIGN);
          }
        })
        .flatMap(officer ->
            departures.load(stream(officer.id())).flatMap(loaded -> work(officer, loaded)));
  }

  private Uni<OpenWork> work(KnownOfficer officer, CommandHandler.Loaded<Departure> loaded) {
    return visitsOf(officer.id(), loaded.state())
        .flatMap(his ->
            left.plannedFor(officer.id())
                .map(planned ->
                    new OpenWork(
                        officer.id(),
                        officer.unit(),
                        DepartureSummary.of(id(officer.id()), loaded.state()).orElse(null),
                        his.first().stream().map(one -> OneVisit.of(one, officer.id())).toList(),
                        his.total(),
                        planned,
                        loaded.version())));
  }

  /** Once it was agreed to, those it was agreed for. */
  private Uni<VisitDirectory.Waiting> visitsOf(String inspector, Departure departure) {
    return departure instanceof Departure.Agreed agreed
        ? left.among(agreed.visits())
        : left.open(inspector);
  }

  private Uni<KnownOfficer> known(String inspector) {
    String upper = id(inspector).toUpperCase(Locale.ROOT);
    return Uni.createFrom()
        .completionStage(
            () -> officers.among(List.of(inspector.strip(), upper).stream().distinct().toList()))
        .map(found ->
            found.stream()
                .findFirst()
                .orElseThrow(() ->
                    new ProblemException(
                        DepartureRejection.OFFICER_UNKNOWN,
                        List.of(),
                        Map.of("field", "inspector"))));
  }

  /**
   * Somebody says that an officer leaves.
   *
   * @param colleague who takes over what is not drawn; absent where nobody is named
   */
  public Uni<Handled<DepartureEvent, Departure>> ask(
      String inspector,
      LocalDate leavesOn,
      String reason,
      @Nullable String colleague,
      Officer by,
      Supplier<CommandContext> asked) {
    return known(inspector)
        .flatMap(officer ->
            left.plannedFor(officer.id())
                .flatMap(planned ->
                    isFit(colleague, leavesOn)
                        .flatMap(fit -> {
                          CommandContext context = asked.get();
                          var request =
                              new DepartureRequest(
                                  officer.id(),
                                  officer.unit(),
                                  leavesOn,
                                  reason,
                                  colleague,
                                  context.actor(),
                                  BusinessClock.day(context.at()));
                          return departures.handle(
                              stream(officer.id()),
                              new DepartureCommand.AskDeparture(request, by, planned.size(), fit),
                              context);
                        })));
  }

  private Uni<Boolean> isFit(@Nullable String colleague, LocalDate day) {
    return colleague == null
        ? Uni.createFrom().item(true)
        : Uni.createFrom()
            .completionStage(() -> officers.obstacles(List.of(colleague), day))
            .map(Map::isEmpty);
  }

  /**
   * Another person agrees: with the same word every visit asks the draw, and what is planned goes
   * to the colleague.
   */
  public Uni<Handled<DepartureEvent, Departure>> agree(
      String inspector, Officer by, Supplier<CommandContext> asked) {
    return departures
        .load(stream(inspector))
        .map(loaded -> loaded.state().asked().orElseThrow(Departures::unknown))
        .flatMap(request ->
            left.open(request.inspector())
                .invoke(LeftWork::requireWhole)
                .flatMap(his ->
                    left.plannedFor(request.inspector())
                        .flatMap(
                            planned -> agree(request, his.first(), planned, by, asked.get()))));
  }

  private static ProblemException unknown() {
    return new ProblemException(DepartureRejection.DEPARTURE_UNKNOWN);
  }

  private Uni<Handled<DepartureEvent, Departure>> agree(
      DepartureRequest request,
      List<VisitSummary> his,
      List<Rechecks.OwnRecheck> planned,
      Officer by,
      CommandContext context) {
    LocalDate today = BusinessClock.day(context.at());
    var command =
        new DepartureCommand.AgreeDeparture(
            by,
            today,
            his.stream().map(VisitSummary::visitId).toList(),
            planned.stream().map(one -> one.visit().id()).toList());
    return left.following(request, his, planned, today)
        .flatMap(
            beside -> departures.handle(stream(request.inspector()), command, context, beside));
  }

  /** Another person does not agree; or whoever asked takes it back. */
  public Uni<Handled<DepartureEvent, Departure>> decline(
      String inspector, String reason, Officer by, CommandContext context) {
    return departures.handle(
        stream(inspector),
        new DepartureCommand.DeclineDeparture(by, reason, BusinessClock.day(context.at())),
        context);
  }

  /** What the draw refused, or nobody has asked, is asked again, and what is still his goes on. */
  public Uni<Handled<DepartureEvent, Departure>> again(
      String inspector, Officer by, Supplier<CommandContext> asked) {
    return departures
        .load(stream(inspector))
        .flatMap(loaded -> {
          DepartureRequest request = loaded.state().asked().orElseThrow(Departures::unknown);
          return visitsOf(request.inspector(), loaded.state())
              .flatMap(his ->
                  left.plannedFor(request.inspector())
                      .flatMap(planned -> again(request, his.first(), planned, by, asked.get())));
        });
  }

  private Uni<Handled<DepartureEvent, Departure>> again(
      DepartureRequest request,
      List<VisitSummary> his,
      List<Rechecks.OwnRecheck> planned,
      Officer by,
      CommandContext context) {
    LocalDate today = BusinessClock.day(context.at());
    List<String> open =
        his.stream()
            .filter(visit -> HandoverOutcome.of(visit, request.inspector()).isToAsk())
            .map(VisitSummary::visitId)
            .toList();
    List<String> still =
        request.colleague() == null
            ? List.of()
            : planned.stream().map(one -> one.visit().id()).toList();
    return left.following(request, his, planned, today)
        .flatMap(beside ->
            departures.handle(
                stream(request.inspector()),
                new DepartureCommand.RepeatHandovers(by, today, open, still),
                context,
                beside));
  }
}
