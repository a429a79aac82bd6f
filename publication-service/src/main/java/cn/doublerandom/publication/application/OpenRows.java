package cn.doublerandom.publication.application;

import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.DueTask;
import cn.doublerandom.publication.notice.Imprint;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.PlanTask;
import cn.doublerandom.publication.opendata.OpenRow;
import cn.doublerandom.publication.opendata.OpenTable;
import cn.doublerandom.publication.opendata.RegisterTurn;
import cn.doublerandom.publication.result.Ending;
import cn.doublerandom.publication.result.FormerResult;
import cn.doublerandom.publication.result.MissingVisit;
import cn.doublerandom.publication.result.ResultNotice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rows of open data: of each notice what its page says, and nothing more. */
final class OpenRows {
  private OpenRows() {}

  /**
   * A published result.
   *
   * @param known subjects as the register tells them; one that was never told counts nowhere
   * @param imprint 公示要素 of its notice
   */
  static OpenRow result(PlannedResult planned, Map<String, KnownSubject> known, Imprint imprint) {
    ResultNotice notice = planned.result();
    var c = notice.content();
    var p = Objects.requireNonNull(notice.published());
    PlanTask task = planned.task();
    Optional<KnownSubject> subject = Optional.ofNullable(known.get(c.subjectId()));
    int year = notice.year();
    return OpenRow.of(
        OpenTable.RESULTS,
        c.resultId(),
        c.planId(),
        task.planName(),
        c.taskId(),
        task.taskName(),
        c.drawId(),
        task.drawType(),
        planned.authority(),
        c.unit(),
        c.subjectId(),
        notice.ended().isPresent() ? "" : p.subjectName(),
        subject.map(KnownSubject::kind).orElse(""),
        subject.filter(s -> s.isCountedIn(year)).isPresent(),
        subject.filter(s -> s.wasCountedIn(year)).isPresent(),
        year,
        c.finishedOn(),
        c.dueOn(),
        c.provisional(),
        p.on(),
        p.onTime(),
        notice.windowTo(),
        p.indexNumber(),
        c.codes(),
        notice.ended().isPresent() ? "" : notice.text(),
        p.version(),
        state(p),
        p.withdrawn() == null ? null : p.withdrawn().on(),
        reason(p),
        p.time() == null ? null : p.time().until(),
        p.ended() == null ? null : p.ended().on(),
        p.ended() == null ? null : p.ended().contentHash(),
        imprint.topic(),
        imprint.issuer(),
        imprint.documentNumber(),
        imprint.writtenOn(),
        imprint.validity().name());
  }

  private static String state(ResultNotice.Published p) {
    if (p.withdrawn() != null) {
      return "WITHDRAWN";
    }
    Ending ended = p.ended();
    if (ended != null) {
      return switch (ended.cause()) {
        case PERIOD_OVER -> "EXPIRED";
        case REPAIRED -> "REPAIRED";
      };
    }
    return p.versionsBefore().isEmpty() ? "VALID" : "CORRECTED";
  }

  private static @Nullable String reason(ResultNotice.Published p) {
    if (p.withdrawn() != null) {
      return p.withdrawn().reason();
    }
    List<FormerResult> before = p.versionsBefore();
    return before.isEmpty() ? null : before.getLast().reason();
  }

  static OpenRow draw(PlannedDraw planned, Imprint imprint) {
    DrawNotice draw = planned.draw();
    return OpenRow.of(
        OpenTable.DRAWS,
        draw.drawId(),
        draw.planId(),
        draw.taskId(),
        planned.task().taskName(),
        planned.authority(),
        draw.round(),
        draw.phase(),
        draw.frameSize(),
        draw.drawn(),
        draw.selected(),
        draw.commitHash(),
        draw.resultHash(),
        draw.executeBy(),
        draw.executedOn(),
        draw.teamsOf(),
        draw.overdueSince(),
        draw.voidReason(),
        draw.resultHash().isEmpty() ? "" : "/draw/api/v1/draws/" + draw.drawId() + "/bundle",
        imprint.indexNumber(),
        imprint.topic(),
        imprint.issuer(),
        imprint.documentNumber(),
        imprint.writtenOn(),
        imprint.publishedOn(),
        imprint.validity().name());
  }

  static List<OpenRow> plan(PlanNotice plan, Imprint imprint) {
    return plan.tasks().stream()
        .map(task ->
            OpenRow.of(
                OpenTable.PLANS,
                plan.planKey(),
                plan.issuer(),
                plan.heading(),
                plan.number(),
                plan.reason(),
                plan.publishedOn(),
                task.planNumber(),
                task.planName(),
                task.taskNumber(),
                task.taskName(),
                task.drawType(),
                task.rate(),
                task.items(),
                task.scope(),
                task.leadUnit(),
                task.jointUnit(),
                task.drawPeriod(),
                task.from(),
                task.to(),
                task.batches() == null ? 1 : task.batches(),
                imprint.indexNumber(),
                imprint.topic(),
                imprint.issuer(),
                imprint.documentNumber(),
                imprint.writtenOn(),
                imprint.validity().name()))
        .toList();
  }

  static List<OpenRow> bulletin(BulletinNotice bulletin, Imprint imprint) {
    BulletinNotice.Withdrawn withdrawn = bulletin.withdrawn();
    return bulletin.units().stream()
        .map(one ->
            OpenRow.of(
                OpenTable.BULLETINS,
                bulletin.bulletinId(),
                bulletin.year(),
                bulletin.issue(),
                bulletin.countedOn(),
                bulletin.publishedOn(),
                one.unit(),
                one.visits(),
                one.problems(),
                one.tickets(),
                one.toBePutRight(),
                one.reminded(),
                one.points(),
                one.base(),
                imprint.indexNumber(),
                imprint.topic(),
                imprint.issuer(),
                imprint.documentNumber(),
                imprint.writtenOn(),
                imprint.validity().name(),
                withdrawn == null ? null : withdrawn.on(),
                withdrawn == null ? null : withdrawn.reason()))
        .toList();
  }

  static OpenRow register(RegisterTurn turn) {
    return OpenRow.of(
        OpenTable.REGISTER, turn.what().name(), turn.year(), turn.kind(), turn.number());
  }

  static OpenRow visit(MissingVisit visit) {
    return OpenRow.of(
        OpenTable.OUTSTANDING,
        "VISIT",
        visit.visitId(),
        visit.windowTo().getYear(),
        visit.windowTo(),
        true,
        null,
        null,
        null);
  }

  static OpenRow task(DueTask task) {
    return OpenRow.of(
        OpenTable.OUTSTANDING,
        "TASK",
        task.taskId(),
        task.drawTo().getYear(),
        task.drawTo(),
        true,
        null,
        null,
        null);
  }

  /**
   * Results that are not public. Which subject one of them is of nobody is told before its last day
   * has passed; whether it adds one to those inspected is.
   *
   * @param beside subjects that have a published result of the year, too
   * @param known subjects as the register tells them
   */
  static List<OpenRow> results(
      List<ResultNotice> unpublished,
      int year,
      LocalDate today,
      Set<String> beside,
      Map<String, KnownSubject> known) {
    Set<String> counted = new HashSet<>(beside);
    Set<String> countedAtEnd = new HashSet<>(beside);
    List<OpenRow> rows = new ArrayList<>();
    for (ResultNotice one : unpublished) {
      String subject = one.content().subjectId();
      boolean isOverdue = one.content().dueOn().isBefore(today);
      boolean isOfYear = one.year() == year;
      rows.add(
          OpenRow.of(
              OpenTable.OUTSTANDING,
              "RESULT",
              isOverdue ? one.content().resultId() : "",
              one.year(),
              isOverdue ? one.content().dueOn() : "",
              isOverdue,
              one.recorded(),
              isOfYear ? added(known.get(subject), counted, s -> s.isCountedIn(year)) : "",
              isOfYear ? added(known.get(subject), countedAtEnd, s -> s.wasCountedIn(year)) : ""));
    }
    return rows;
  }

  private static String added(
      @Nullable KnownSubject subject, Set<String> before, Predicate<KnownSubject> counts) {
    return subject != null && counts.test(subject) && before.add(subject.id())
        ? subject.kind()
        : "";
  }
}
