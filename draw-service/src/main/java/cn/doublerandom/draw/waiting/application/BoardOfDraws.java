package cn.doublerandom.draw.waiting.application;

import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.DueDraws;
import cn.doublerandom.draw.plan.application.PlanTrials;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.servicekit.board.BoardDay;
import cn.doublerandom.servicekit.board.BoardFigures;
import cn.doublerandom.servicekit.board.BoardGroup;
import cn.doublerandom.servicekit.board.BoardPart;
import cn.doublerandom.servicekit.waiting.Figure;
import cn.doublerandom.servicekit.waiting.Sentence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What plans and draws show on the board: the figures of {@link YearOfDraws}, and what is near. */
@ApplicationScoped
public class BoardOfDraws implements BoardFigures {
  private final Plans plans;
  private final PlanTrials trials;

  @Inject
  BoardOfDraws(Plans plans, PlanTrials trials) {
    this.plans = plans;
    this.trials = trials;
  }

  @Override
  public Uni<BoardPart> on(BoardDay day) {
    return plans
        .keyOf(day.today().getYear())
        .flatMap(key -> plans.any(key).flatMap(plan -> of(key, plan.state(), day)));
  }

  private Uni<BoardPart> of(String key, AnnualPlan plan, BoardDay day) {
    BoardPart deadlines = BoardPart.of(BoardGroup.DEADLINES, deadlines(key, plan, day));
    return plan instanceof AnnualPlan.Absent
        ? Uni.createFrom().item(deadlines)
        : trials
            .report(key, PlanTrials.Trial.NOTHING, day.today())
            .map(report ->
                BoardPart.of(
                        BoardGroup.COVERAGE, List.of(YearOfDraws.coverage(key, report.coverage())))
                    .and(deadlines));
  }

  static List<Figure> deadlines(String key, AnnualPlan plan, BoardDay day) {
    List<Figure> figures = new ArrayList<>(List.of(YearOfDraws.steps(key, plan, day.today())));
    if (plan.isPublished()) {
      List<Figure> draws = YearOfDraws.draws(key, DueDraws.of(plan, day.today()));
      long ending = DueDraws.ending(plan, day.today(), day.near());
      figures.add(ending == 0 ? draws.getFirst() : near(draws.getFirst(), ending));
      figures.addAll(draws.subList(1, draws.size()));
    }
    return List.copyOf(figures);
  }

  /** The same number, and how many of it end within three working days. */
  private static Figure near(Figure due, long ending) {
    return new Figure(
        due.kind(),
        due.label(),
        due.number(),
        new Sentence(
            "其中 %d 项在 3 个工作日内截止".formatted(ending),
            "%d of them end within 3 working days".formatted(ending)),
        BoardDay.near(ending),
        due.at());
  }
}
