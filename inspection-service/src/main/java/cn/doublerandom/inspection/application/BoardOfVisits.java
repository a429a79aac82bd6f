package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.signals.ProblemRates;
import cn.doublerandom.inspection.signals.WeeklyVisits;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.servicekit.board.BoardDay;
import cn.doublerandom.servicekit.board.BoardFigures;
import cn.doublerandom.servicekit.board.BoardGroup;
import cn.doublerandom.servicekit.board.BoardPart;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.PerBureau;
import cn.doublerandom.servicekit.waiting.Figure;
import cn.doublerandom.servicekit.waiting.Sentence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the inspections show on the board: visits by their last day, the problem rate by class of
 * the firm, and visits week by week.
 */
@ApplicationScoped
public class BoardOfVisits implements BoardFigures {
  /** A quarter of a year. */
  private static final int WEEKS = 13;

  /** All visits of a year are read for the rates; the board asks every few seconds. */
  private static final Duration KEPT = Duration.ofSeconds(30);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
  private static final Officer BUREAU = new Officer("", "", Officer.Reach.BUREAU);
  private static final String VISITS = "/inspection/ui/visits";

  private final VisitDirectory directory;
  private final MotionSignals signals;
  private final Asking asking;
  private final Clock clock;
  private final PerBureau<AtomicReference<Kept>> kept =
      new PerBureau<>(() -> new AtomicReference<>(Kept.NOTHING));

  @Inject
  BoardOfVisits(VisitDirectory directory, MotionSignals signals, Asking asking, Clock clock) {
    this.directory = directory;
    this.signals = signals;
    this.asking = asking;
    this.clock = clock;
  }

  /** What was counted last, and until when it is good enough. */
  private record Kept(Instant until, LocalDate day, BoardPart part) {
    static final Kept NOTHING = new Kept(Instant.MIN, LocalDate.MIN, BoardPart.NOTHING);
  }

  @Override
  public Uni<BoardPart> on(BoardDay day) {
    return deadlines(day)
        .flatMap(deadlines -> counted(day.today()).map(rates -> deadlines.and(rates)));
  }

  private Uni<BoardPart> deadlines(BoardDay day) {
    return count("ASSIGNED", "", false)
        .flatMap(assigned ->
            count("ASSIGNED", day.near().toString(), false)
                .flatMap(near ->
                    count("", "", true)
                        .map(late ->
                            BoardPart.of(
                                BoardGroup.DEADLINES, figures(day, assigned, near, late)))));
  }

  private static List<Figure> figures(BoardDay day, long assigned, long near, long late) {
    Sentence whose = YearOfVisits.whose(Officer.Reach.BUREAU);
    return List.of(
        YearOfVisits.assigned(assigned, whose),
        new Figure(
            "visits-near",
            new Sentence("3 个工作日内到期的检查", "Visits due within 3 working days"),
            Long.toString(near),
            new Sentence("待检查，含已到期未检查的", "to be made, what has passed included"),
            BoardDay.near(near),
            VISITS + "?state=ASSIGNED&dueBy=" + day.near()),
        YearOfVisits.late(late, whose));
  }

  /** As the list of the visits counts them. */
  private Uni<Long> count(String state, String dueBy, boolean late) {
    return Uni.createFrom()
        .completionStage(() ->
            directory.count(
                new VisitDirectory.Query(BUREAU, "", "", state, "", dueBy, late, true, "")));
  }

  private Uni<BoardPart> counted(LocalDate today) {
    return asking.orSeed().flatMap(bureau -> counted(bureau, today));
  }

  private Uni<BoardPart> counted(BureauKey bureau, LocalDate today) {
    AtomicReference<Kept> last = kept.of(bureau);
    Instant now = clock.instant();
    Kept there = last.get();
    if (there.day().equals(today) && now.isBefore(there.until())) {
      return Uni.createFrom().item(there.part());
    }
    return signals
        .rates(today.getYear())
        .flatMap(rates ->
            signals
                .byWeek(today, WEEKS)
                .map(weeks -> problems(rates, today.getYear()).and(weeks(weeks))))
        .invoke(part -> last.set(new Kept(now.plus(KEPT), today, part)));
  }

  static BoardPart problems(ProblemRates rates, int year) {
    List<Figure> figures = new ArrayList<>();
    figures.add(rate("problems", new Sentence("全部检查", "All visits"), rates.all(), year));
    rates
        .classes()
        .forEach(one -> figures.add(rate("problems-" + one.key(), said(one), one, year)));
    return BoardPart.of(BoardGroup.PROBLEMS, figures);
  }

  private static Sentence said(ProblemRates.Rate one) {
    return one.key().equals("NONE")
        ? new Sentence("未分级", "Without a class")
        : new Sentence("信用风险 " + one.key() + " 级", "Credit risk class " + one.key());
  }

  private static Figure rate(String kind, Sentence label, ProblemRates.Rate one, int year) {
    return new Figure(
        kind,
        label,
        one.percent(),
        new Sentence(
            "%d 次检查中 %d 次发现问题".formatted(one.visits(), one.found()),
            "a finding in %d of %d visits".formatted(one.found(), one.visits())),
        "quiet",
        "/inspection/ui/supervision/problem-rates?year=" + year);
  }

  private static BoardPart.Series weeks(WeeklyVisits weeks) {
    return new BoardPart.Series(
        BoardGroup.VISITS,
        "visits-by-week",
        new Sentence("每周完成的检查（按周一日期）", "Visits finished a week (by its Monday)"),
        weeks.weeks().stream()
            .map(week -> new BoardPart.Point(DAY.format(week.monday()), week.visits()))
            .toList(),
        VISITS);
  }
}
