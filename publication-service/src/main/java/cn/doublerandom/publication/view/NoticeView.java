package cn.doublerandom.publication.view;

import cn.doublerandom.publication.notice.Noted.Anchor;
import cn.doublerandom.publication.notice.Noted.DrawNotice;
import cn.doublerandom.publication.notice.Noted.KnownSubject;
import cn.doublerandom.publication.notice.Noted.PlanAlarm;
import cn.doublerandom.publication.notice.Noted.PlanNotice;
import cn.doublerandom.publication.notice.Noted.ProgrammeNotice;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class NoticeView implements NoticeBoard {
  private static final int MOST_ROWS = 1_000_000;

  final Documents<PlanNoticeRow, PlanNotice> plans =
      new Documents<>(PlanNoticeRow.class, "plan_notice_view", PlanNotice.class);
  final Documents<PlanAlarmRow, PlanAlarm> alarms =
      new Documents<>(PlanAlarmRow.class, "plan_alarm_view", PlanAlarm.class);
  final Documents<ProgrammeNoticeRow, ProgrammeNotice> programmes =
      new Documents<>(ProgrammeNoticeRow.class, "programme_notice_view", ProgrammeNotice.class);
  final Documents<DrawNoticeRow, DrawNotice> draws =
      new Documents<>(DrawNoticeRow.class, "draw_notice_view", DrawNotice.class);
  final Documents<ResultRow, ResultNotice> results =
      new Documents<>(ResultRow.class, "result_view", ResultNotice.class);
  final Documents<KnownSubjectRow, KnownSubject> subjects =
      new Documents<>(KnownSubjectRow.class, "known_subject_view", KnownSubject.class);

  final Documents<AnchorRow, Anchor> anchors =
      new Documents<>(AnchorRow.class, "anchor_view", Anchor.class);

  @Override
  public CompletionStage<List<Anchor>> anchors(int limit) {
    return anchors
        .newest(limit)
        .thenApply(rows ->
            rows.stream().sorted(Comparator.comparing(Anchor::sealedAt).reversed()).toList());
  }

  @Override
  public CompletionStage<List<PlanNotice>> plans(String after, int limit) {
    return plans.page(after, limit);
  }

  @Override
  public CompletionStage<List<PlanAlarm>> alarms() {
    return alarms.page("", MOST_ROWS);
  }

  @Override
  public CompletionStage<List<ProgrammeNotice>> programmes(String after, int limit) {
    return programmes.page(after, limit);
  }

  @Override
  public CompletionStage<Optional<ProgrammeNotice>> programme(String programmeId) {
    return programmes.find(programmeId);
  }

  @Override
  public CompletionStage<List<DrawNotice>> draws(String after, int limit) {
    return draws.page(after, limit);
  }

  @Override
  public CompletionStage<Optional<DrawNotice>> draw(String drawId) {
    return draws.find(drawId);
  }

  @Override
  public CompletionStage<List<ResultNotice>> results(String after, int limit) {
    return results.where("published = true and id > ?1", after, limit);
  }

  @Override
  public CompletionStage<List<ResultNotice>> open(String after, int limit) {
    return results.where("published = false and id > ?1", after, limit);
  }

  @Override
  public CompletionStage<List<ResultNotice>> resultsOf(String drawId) {
    return results.where("published = true and drawId = ?1", drawId, MOST_ROWS);
  }

  @Override
  public CompletionStage<Optional<ResultNotice>> result(String resultId) {
    return results.find(resultId).thenApply(found -> found.filter(r -> r.published() != null));
  }

  @Override
  public CompletionStage<Map<String, KnownSubject>> subjects(List<String> ids) {
    return subjects
        .where("id in ?1", ids, MOST_ROWS)
        .thenApply(found ->
            found.stream().collect(Collectors.toMap(KnownSubject::id, Function.identity())));
  }

  @Override
  public CompletionStage<Statistics> statistics(int year, LocalDate today) {
    return subjects
        .page("", MOST_ROWS)
        .thenCompose(known ->
            results.page("", MOST_ROWS).thenApply(all -> statistics(year, today, known, all)));
  }

  private static Statistics statistics(
      int year, LocalDate today, List<KnownSubject> known, List<ResultNotice> all) {
    LocalDate reference = LocalDate.of(year - 1, 12, 31);
    var registered =
        known.stream()
            .filter(s -> s.kind().equals("ENTERPRISE") && !s.since().isAfter(reference))
            .filter(s -> s.status().equals("ACTIVE") || s.status().equals("SUSPENDED"))
            .map(KnownSubject::id)
            .collect(Collectors.toSet());
    List<ResultNotice> ofYear =
        all.stream().filter(r -> r.content().finishedOn().getYear() == year).toList();
    return new Statistics(
        year,
        registered.size(),
        ofYear.stream()
            .map(r -> r.content().subjectId())
            .filter(registered::contains)
            .distinct()
            .count(),
        ofYear.size(),
        ofYear.stream().filter(r -> r.published() != null).count(),
        ofYear.stream().filter(NoticeView::isOnTime).count(),
        ofYear.stream()
            .filter(r -> r.published() == null)
            .map(ResultNotice::content)
            .filter(c -> c.dueOn().isBefore(today))
            .map(ResultContent::resultId)
            .toList());
  }

  private static boolean isOnTime(ResultNotice result) {
    return result.published() != null && result.published().onTime();
  }
}
