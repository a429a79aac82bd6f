package cn.doublerandom.publication.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.DrawSealing;
import cn.doublerandom.publication.notice.DueTask;
import cn.doublerandom.publication.notice.NoticeCodec;
import cn.doublerandom.publication.notice.NoticeDecider;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.PlanTask;
import cn.doublerandom.publication.result.ResultCodec;
import cn.doublerandom.publication.result.ResultDecider;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 逾期未抽取: a task of a plan is owed until a draw of it stands. */
class DueTasksTest {
  private static final EventCodec<NoticeEvent> CODEC = NoticeCodec.ofEvents();
  private static final LocalDate TO = LocalDate.of(2023, 11, 30);
  private static final LocalDate DRAWN = LocalDate.of(2023, 3, 15);
  private static final String TASK = "130534-2023001-001";
  private static final String OTHER = "130534-2023002-001";
  private static final String HASH = "ab".repeat(32);
  private static final NoticeEvent MADE =
      new NoticeEvent.DrawNoticeIssued(HASH, List.of("S1"), DRAWN, null, null, null, null, null);

  private final ProjectionSpecification notices =
      ProjectionSpecification.over(log ->
          new NoticeProjection(
              new NoticeView(),
              new CommandHandler<>(log, new NoticeDecider(), CODEC),
              new CommandHandler<>(log, new ResultDecider(), ResultCodec.ofEvents())));

  private static PlanTask task(String plan, LocalDate to) {
    return task(plan, to, null);
  }

  private static PlanTask task(String plan, LocalDate to, @Nullable Integer batches) {
    return new PlanTask(
        plan, "随机抽查", "001", "道路运输", "定向抽查", "10%", "事项", "企业", "法制安全科", "大队", "2023年", DRAWN, to,
        batches);
  }

  private void plan(int version, PlanTask... tasks) {
    plan(version, LocalDate.of(2023, 1, 30), tasks);
  }

  private void plan(int version, LocalDate publishedOn, PlanTask... tasks) {
    notices.given(
        CODEC,
        PublicationStreams.PLAN_NOTICE.of("130534-2023"),
        new NoticeEvent.PlanNoticeIssued(
            new PlanNotice(
                "130534-2023",
                "清河县交通运输局",
                "2023年计划",
                "2023年1月6日",
                publishedOn,
                List.of(tasks),
                version,
                version == 1 ? null : "机构调整",
                null,
                null)));
  }

  private void draw(int round, @Nullable List<String> together, NoticeEvent... later) {
    String stream = PublicationStreams.DRAW_NOTICE.of(TASK + "-" + round);
    notices.given(
        CODEC,
        stream,
        new NoticeEvent.DrawCommitmentNoted(
            DrawNotice.committed(
                TASK + "-" + round,
                "2023001",
                "001",
                round,
                34,
                HASH,
                "2023-03-20T16:00:00Z",
                together,
                null,
                null,
                null)));
    notices.given(CODEC, stream, later);
  }

  private Map<String, DueTask> rows() {
    return notices.rows("due_task_view", DueTask.class);
  }

  private DueTask row() {
    return rows().get(TASK);
  }

  @Test
  void a_task_of_a_plan_is_undrawn_until_it_is_drawn() {
    plan(1, task("2023001", TO));
    assertThat(rows())
        .isEqualTo(Map.of(TASK, new DueTask(TASK, "130534-2023", "道路运输", TO, true, 1, List.of())));
    draw(1, null);
    assertThat(row().draws()).as("a promise is no draw").isEmpty();
  }

  @Test
  void a_draw_that_was_made_settles_it_and_a_void_owes_it_again() {
    plan(1, task("2023001", TO));
    draw(1, null, MADE);
    assertThat(row().draws()).containsExactly(TASK + "-1");
    notices.given(
        CODEC,
        PublicationStreams.DRAW_NOTICE.of(TASK + "-1"),
        new NoticeEvent.DrawVoidNoted("名单有误", null));
    assertThat(row().draws()).isEmpty();
    draw(2, null, MADE);
    assertThat(row().draws()).containsExactly(TASK + "-2");
  }

  @Test
  void a_task_drawn_twice_a_year_is_owed_twice_and_other_teams_are_no_second_draw() {
    plan(1, task("2023001", TO, 2));
    assertThat(row().batches()).isEqualTo(2);
    draw(1, null, MADE);
    draw(
        2,
        null,
        new NoticeEvent.DrawNoticeIssued(
            HASH, List.of("S1"), DRAWN, null, null, TASK + "-1", null, null));
    assertThat(row().draws()).containsExactly(TASK + "-1");
    draw(3, null, MADE);
    assertThat(row().draws()).containsExactly(TASK + "-1", TASK + "-3");
  }

  @Test
  void a_sealed_draw_is_made_though_nobody_knows_of_whom() {
    plan(1, task("2023001", TO));
    draw(
        1,
        null,
        new NoticeEvent.DrawSealNoted(
            new DrawSealing(HASH, 2, "2023-06-20T16:00:00Z", null), DRAWN));
    assertThat(row().draws()).containsExactly(TASK + "-1");
  }

  @Test
  void tasks_drawn_as_one_are_all_drawn() {
    plan(1, task("2023001", TO), task("2023002", TO));
    draw(1, List.of("2023001-001", "2023002-001"), MADE);
    assertThat(row().draws()).containsExactly(TASK + "-1");
    assertThat(rows().get(OTHER).draws()).containsExactly(TASK + "-1");
  }

  @Test
  void a_draw_told_of_before_its_plan_is_not_lost() {
    draw(1, null, MADE);
    assertThat(row().planned()).isFalse();
    plan(1, task("2023001", TO));
    assertThat(row())
        .isEqualTo(new DueTask(TASK, "130534-2023", "道路运输", TO, true, 1, List.of(TASK + "-1")));
  }

  @Test
  void an_adjusted_plan_gives_its_tasks_another_day_and_owes_no_more_what_it_took_out() {
    plan(1, task("2023001", TO), task("2023002", TO));
    plan(2, task("2023001", TO.plusDays(31)));
    assertThat(row().drawTo()).isEqualTo(TO.plusDays(31));
    assertThat(rows().get(OTHER).planned()).isFalse();
    plan(3, task("2023001", TO), task("2023002", TO));
    assertThat(rows().get(OTHER).planned()).as("in force again").isTrue();
  }

  @Test
  void what_was_missed_before_the_plan_was_adjusted_stays_owed_by_the_day_it_was_missed() {
    plan(1, task("2023001", TO), task("2023002", TO));
    plan(2, TO.plusDays(1), task("2023001", TO.plusDays(31)));
    assertThat(row().drawTo()).as("extended too late").isEqualTo(TO);
    assertThat(rows().get(OTHER).planned()).as("taken out too late").isTrue();
    plan(3, TO.plusDays(40), task("2023001", TO.plusDays(60)));
    assertThat(row().drawTo()).isEqualTo(TO);
    draw(1, null, MADE);
    assertThat(row().draws()).as("drawn after all").containsExactly(TASK + "-1");
  }

  @Test
  void on_its_last_day_a_task_may_still_be_given_another() {
    plan(1, task("2023001", TO));
    plan(2, TO, task("2023001", TO.plusDays(31)));
    assertThat(row().drawTo()).isEqualTo(TO.plusDays(31));
  }
}
