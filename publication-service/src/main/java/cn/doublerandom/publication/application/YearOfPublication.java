package cn.doublerandom.publication.application;

import cn.doublerandom.publication.result.ResultDesk.Stage;
import cn.doublerandom.servicekit.identity.Practice;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Figure;
import cn.doublerandom.servicekit.waiting.Person;
import cn.doublerandom.servicekit.waiting.Sentence;
import cn.doublerandom.servicekit.waiting.YearFigures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** 本年一览 of the publication: results that are to be public, and those that should be by now. */
@ApplicationScoped
public class YearOfPublication implements YearFigures {
  private static final List<String> READERS =
      List.of(Roles.PUBLISHER, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR);

  private final PublishingDesk desk;
  private final Practice practice;

  @Inject
  YearOfPublication(PublishingDesk desk, Practice practice) {
    this.desk = desk;
    this.practice = practice;
  }

  @Override
  public Uni<List<Figure>> of(Person person, LocalDate today) {
    return person.isOneOf(READERS)
        ? desk.standing(today)
            .map(standing -> practice.isNow() ? practised(standing) : figures(standing))
        : Uni.createFrom().item(List.of());
  }

  static List<Figure> figures(PublishingDesk.Standing standing) {
    return List.of(
        figure(
            "results-to-publish",
            new Sentence("待公示的检查结果", "Results to publish"),
            standing.toPublish(),
            new Sentence("结果已录入、尚未公示", "recorded and not public"),
            "quiet",
            Stage.TO_PUBLISH),
        figure(
            "results-overdue",
            new Sentence("逾期未公示的检查结果", "Results overdue"),
            standing.overdue(),
            new Sentence("已过公示期限", "their last day has passed"),
            standing.overdue() == 0 ? "ok" : "bad",
            Stage.OVERDUE));
  }

  /** What was practised as far as it goes; no last day runs of what is never published. */
  static List<Figure> practised(PublishingDesk.Standing standing) {
    return List.of(
        figure(
            "results-to-publish",
            new Sentence("练到公示的检查结果", "Results practised up to publication"),
            standing.toPublish(),
            new Sentence("演练单位不公示", "a practice bureau publishes nothing"),
            "quiet",
            Stage.TO_PUBLISH));
  }

  private static Figure figure(
      String kind, Sentence label, long number, Sentence of, String look, Stage stage) {
    return new Figure(
        kind, label, Long.toString(number), of, look, MatterPlaces.RESULTS.page(stage.name()));
  }
}
