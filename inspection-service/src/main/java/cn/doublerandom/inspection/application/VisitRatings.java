package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.RatingRejection;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.preparation.PreparationSummary;
import cn.doublerandom.inspection.rating.Quarter;
import cn.doublerandom.inspection.rating.Rating;
import cn.doublerandom.inspection.rating.RatingCommand;
import cn.doublerandom.inspection.rating.RatingDirectory;
import cn.doublerandom.inspection.rating.RatingEvent;
import cn.doublerandom.inspection.rating.RatingSummary;
import cn.doublerandom.inspection.rating.RatingTokens;
import cn.doublerandom.inspection.rating.Ratings;
import cn.doublerandom.inspection.rating.TeamRatings;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * 企业评价: a firm rates its visit by the code of the visit, and a supervisor reads the sums (ADR 81).
 */
@ApplicationScoped
public class VisitRatings {
  private static final int QUARTERS = 4;

  private final Doors doors;
  private final KeptStates<Visit> visits;
  private final RatingTokens tokens;
  private final CommandHandler<RatingCommand, RatingEvent, Ratings> ratings;
  private final KeptStates<Ratings> kept;
  private final RatingDirectory directory;
  private final RatingCodes codes;
  private final RuleBook rules;

  @Inject
  VisitRatings(
      Doors doors,
      KeptStates<Visit> visits,
      RatingTokens tokens,
      CommandHandler<RatingCommand, RatingEvent, Ratings> ratings,
      KeptStates<Ratings> kept,
      RatingDirectory directory,
      RatingCodes codes,
      RuleBook rules) {
    this.codes = codes;
    this.rules = rules;
    this.doors = doors;
    this.visits = visits;
    this.tokens = tokens;
    this.ratings = ratings;
    this.kept = kept;
    this.directory = directory;
  }

  /**
   * What a firm is told of its rating.
   *
   * @param until last day on which it may rate
   * @param isOpen whether it may rate today
   * @param isGiven whether the code has rated; not told where it takes a rating code to rate, since
   *     the officers know this one
   * @param needsRatingCode whether it takes a code its officers do not have
   */
  public record OwnRating(
      String code, LocalDate until, boolean isOpen, boolean isGiven, boolean needsRatingCode) {}

  /**
   * The ratings of a year.
   *
   * @param fewest with fewer nothing is shown
   * @param days after its end in which a visit is rated at most
   * @param ratings of the quarters nobody can rate any more
   */
  public record OfYear(int year, int fewest, int days, List<TeamRatings> ratings) {}

  /** A visit that is over, and where its rating counts. */
  private record Ended(
      String visitId,
      String token,
      String code,
      String stream,
      List<String> units,
      LocalDate on,
      LocalDate until,
      boolean needsRatingCode) {}

  /**
   * How it stands with the rating of a code.
   *
   * @param typed however it was written
   */
  public Uni<OwnRating> own(String typed, LocalDate today) {
    return ended(typed)
        .flatMap(ended ->
            kept.of(ended.stream())
                .map(loaded -> {
                  boolean isGiven =
                      !ended.needsRatingCode() && loaded.state().rated().contains(ended.token());
                  return new OwnRating(
                      ended.code(),
                      ended.until(),
                      !isGiven && !today.isAfter(ended.until()),
                      isGiven,
                      ended.needsRatingCode());
                }));
  }

  /**
   * A firm rates its visit, once.
   *
   * @param ratingCode 评价码 as it was typed; absent where none was
   */
  public Uni<Handled<RatingEvent, Ratings>> rate(
      String typed, @Nullable String ratingCode, Rating rating, Supplier<CommandContext> asked) {
    return ended(typed)
        .call(ended ->
            ended.needsRatingCode()
                ? codes.require(ended.visitId(), ratingCode)
                : Uni.createFrom().voidItem())
        .flatMap(ended -> {
          CommandContext context = asked.get();
          return ratings.handle(
              ended.stream(),
              new RatingCommand.RateVisit(
                  ended.token(),
                  ended.units(),
                  rating,
                  ended.until(),
                  BusinessClock.day(context.at()),
                  rules.inForce(ended.on())),
              context);
        });
  }

  /** What is shown of a year. */
  public Uni<OfYear> of(int year, LocalDate today) {
    List<Integer> days =
        IntStream.rangeClosed(1, QUARTERS)
            .mapToObj(number -> ratingDays(new Quarter(year, number)))
            .toList();
    return WholeLists.of(
            (after, limit) -> directory.of(year, after, limit), RatingSummary::id, one -> true)
        .map(all ->
            new OfYear(
                year,
                TeamRatings.FEWEST,
                Collections.max(days),
                TeamRatings.shown(all, today, quarter -> days.get(quarter.number() - 1))));
  }

  /** As long as the visit of any of its days is rated: a pack may begin within it. */
  private int ratingDays(Quarter quarter) {
    return quarter.days().mapToInt(rules::ratingDays).max().orElseThrow();
  }

  /** Whether a visit that ended on a day is rated by a code its officers do not have. */
  public boolean needsRatingCode(LocalDate ended) {
    return rules.isRatedByOwnCode(ended);
  }

  private Uni<Ended> ended(String typed) {
    return doors
        .visit(typed)
        .flatMap(before ->
            visits
                .of(VisitStreams.VISIT.of(before.visitId()))
                .map(loaded -> ended(before, finished(loaded.state()))));
  }

  private Ended ended(PreparationSummary before, Visit.Finished finished) {
    Assignment task = finished.assignment();
    String code = Objects.requireNonNull(before.code(), "found by its code");
    return new Ended(
        before.visitId(),
        tokens
            .of(before.visitId(), code)
            .orElseThrow(() -> new ProblemException(RatingRejection.RATING_UNAVAILABLE)),
        code,
        VisitStreams.RATINGS.of(
            RatingSummary.id(task.planId(), task.taskId(), Quarter.of(finished.finishedOn()))),
        task.ofUnits().stream().sorted().toList(),
        finished.finishedOn(),
        finished.finishedOn().plusDays(rules.ratingDays(finished.finishedOn())),
        needsRatingCode(finished.finishedOn()));
  }

  private static Visit.Finished finished(Visit visit) {
    return switch (visit) {
      case Visit.Finished finished -> finished;
      case Visit.InReview reviewed -> reviewed.finished();
      case Visit.Recorded recorded -> recorded.finished();
      case Visit.Assigned assigned -> throw new ProblemException(RatingRejection.RATING_TOO_EARLY);
      case Visit.InProgress started -> throw new ProblemException(RatingRejection.RATING_TOO_EARLY);
      case Visit.Unassigned unassigned ->
          throw new ProblemException(InspectionRejection.CHECK_CODE_UNKNOWN);
      case Visit.Cancelled cancelled ->
          throw new ProblemException(InspectionRejection.CHECK_CODE_UNKNOWN);
    };
  }
}
