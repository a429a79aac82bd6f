package cn.doublerandom.draw.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.Deviation;
import cn.doublerandom.draw.drawing.Deviation.Kind;
import cn.doublerandom.draw.drawing.DrawCodec;
import cn.doublerandom.draw.drawing.DrawDecider;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DrawHistory;
import cn.doublerandom.draw.drawing.ReplacementEvent;
import cn.doublerandom.draw.exclusion.ExclusionDecider;
import cn.doublerandom.draw.exclusion.ExclusionEvent;
import cn.doublerandom.draw.exclusion.HandExclusion;
import cn.doublerandom.draw.plan.AdjustedPlan;
import cn.doublerandom.draw.plan.DeadlineDecider;
import cn.doublerandom.draw.plan.DeadlineEvent;
import cn.doublerandom.draw.plan.PlanCodec;
import cn.doublerandom.draw.plan.PlanDeadline;
import cn.doublerandom.draw.plan.PlanDecider;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every departure from a plan or a rule is listed once, in the order in which it happened. */
class DeviationProjectionTest {
  private static final LocalDate DAY = LocalDate.of(2023, 3, 15);
  private static final Instant EVENING = Instant.parse("2023-03-14T16:30:00Z");
  private static final String DRAW = DrawHistory.DRAW;
  private static final LocalDate DUE = LocalDate.of(2023, 1, 31);

  private static final EventCodec<DeadlineEvent> DEADLINES = new EventCodec<>(DeadlineEvent.class);
  private static final EventCodec<ExclusionEvent> EXCLUSIONS =
      new EventCodec<>(ExclusionEvent.class);

  /** Half past midnight of the fifteenth in Qinghe is the fourteenth in Greenwich. */
  private static ProjectionSpecification nothing() {
    return ProjectionSpecification.over(log ->
            new DeviationProjection(
                new CommandHandler<>(log, new PlanDecider(), PlanCodec.ofEvents()),
                new CommandHandler<>(log, new DeadlineDecider(), DEADLINES),
                new CommandHandler<>(log, new DrawDecider(), DrawCodec.ofEvents()),
                new CommandHandler<>(log, new ExclusionDecider(), EXCLUSIONS)))
        .at(EVENING);
  }

  private static List<Deviation> listed(ProjectionSpecification given) {
    Map<String, Deviation> rows = given.rows("deviation_view", Deviation.class);
    assertThat(rows).allSatisfy((id, row) -> assertThat(row.id()).isEqualTo(id));
    return List.copyOf(rows.values());
  }

  private static List<Deviation> ofDraw(List<DrawEvent> events) {
    return listed(
        nothing()
            .given(DrawCodec.ofEvents(), DrawHistory.STREAM, events.toArray(DrawEvent[]::new)));
  }

  /** What is listed of events beside what was listed of those before them. */
  private static List<Deviation> added(List<DrawEvent> before, DrawEvent... events) {
    List<DrawEvent> all = new ArrayList<>(before);
    all.addAll(List.of(events));
    List<Deviation> listed = new ArrayList<>(ofDraw(all));
    listed.removeAll(ofDraw(before));
    return listed;
  }

  private static Deviation deviation(
      int seq, Kind kind, String concerns, String what, String reason, String... by) {
    return new Deviation(
        "2023-03-15-%012d".formatted(seq), kind, concerns, what, reason, List.of(by), DAY);
  }

  private static int next(List<DrawEvent> events) {
    return events.size() + 1;
  }

  private static String firstDrawn(List<DrawEvent> drawn) {
    return DrawHistory.state(drawn).executed(DRAW).orElseThrow().result().selected().getFirst();
  }

  @Test
  void a_step_of_the_plan_is_listed_when_it_is_missed_and_when_it_is_made_up_for() {
    assertThat(
            listed(
                nothing()
                    .given(
                        DEADLINES,
                        DrawStreams.DEADLINE.of("130534-2023"),
                        alarm("公示", PlanDeadline.State.DUE_SOON),
                        alarm("公示", PlanDeadline.State.OVERDUE),
                        alarm("公示", PlanDeadline.State.DONE_LATE))))
        .containsExactly(
            deviation(2, Kind.PLAN_STEP_OVERDUE, "130534-2023", "公示", ""),
            deviation(3, Kind.PLAN_STEP_LATE, "130534-2023", "公示", ""));
  }

  private static DeadlineEvent alarm(String step, PlanDeadline.State state) {
    return new DeadlineEvent.DeadlineAlarmed(step, state, DUE, DAY, null);
  }

  @Test
  void an_adjustment_is_listed_when_it_is_approved_with_who_asked_and_who_agreed() {
    var proposed =
        new PlanEvent.AdjustmentProposed(AdjustedPlan.AFTER, "新增企业较多", "张科", DAY, List.of());
    ProjectionSpecification published =
        nothing()
            .given(
                PlanCodec.ofEvents(),
                DrawStreams.PLAN.of("130534-2023"),
                new PlanEvent.PlanImported(AdjustedPlan.BEFORE, null),
                new PlanEvent.PlanSubmitted("张科", DAY),
                new PlanEvent.PlanApproved("王局", DAY),
                new PlanEvent.PlanReported("张科", "邢台市交通运输局", DAY, null),
                new PlanEvent.PlanPublished(DAY),
                proposed,
                new PlanEvent.AdjustmentRejected("王局", "理由不足"),
                proposed);
    assertThat(listed(published)).isEmpty();
    assertThat(
            listed(
                published.given(
                    PlanCodec.ofEvents(),
                    DrawStreams.PLAN.of("130534-2023"),
                    new PlanEvent.AdjustmentApproved("李局", DAY))))
        .containsExactly(deviation(9, Kind.PLAN_ADJUSTED, "130534-2023", "", "新增企业较多", "张科", "李局"));
  }

  @Test
  void an_exclusion_by_hand_is_listed_when_a_second_person_agreed() {
    var exclusion = new HandExclusion("S1", "OTHER", "正在搬迁", "迁址通知", null);
    assertThat(
            listed(
                nothing()
                    .given(
                        EXCLUSIONS,
                        DrawStreams.EXCLUSIONS.of("130534-2023001-001-1"),
                        new ExclusionEvent.ExclusionRequested(exclusion, "张科"),
                        new ExclusionEvent.ExclusionApproved(exclusion, "张科", "王局"),
                        new ExclusionEvent.ExclusionsClosed(DRAW))))
        .containsExactly(
            deviation(2, Kind.EXCLUDED_BY_HAND, DRAW, "S1", "正在搬迁；依据：迁址通知", "张科", "王局"));
  }

  @Test
  void terms_that_name_somebody_are_listed_when_they_are_agreed_to() {
    assertThat(ofDraw(DrawHistory.frozen())).isEmpty();
    List<DrawEvent> prepared = DrawHistory.prepared(DrawHistory.frozen());
    assertThat(ofDraw(prepared))
        .containsExactly(
            deviation(
                prepared.size(),
                Kind.NARROW_SLOT,
                DRAW,
                "大队，名单中 1 人符合",
                "",
                "coordinator",
                "approver-3"));
  }

  @Test
  void terms_that_depart_in_two_ways_are_listed_twice() {
    List<DrawEvent> prepared = DrawHistory.prepared(DrawHistory.frozenAbovePlan());
    String place = "2023-03-15-%012d".formatted(prepared.size());
    assertThat(ofDraw(prepared))
        .extracting(Deviation::id, Deviation::kind, Deviation::what)
        .containsExactly(
            tuple(place, Kind.NARROW_SLOT, "大队，名单中 1 人符合"),
            tuple(place + "-1", Kind.FLOOR_ABOVE_PLAN, "抽查下限 50/100：抽取 17 个，按计划为 4 个"));
  }

  @Test
  void a_draw_that_keeps_to_its_terms_adds_nothing() {
    assertThat(ofDraw(DrawHistory.drawn()))
        .isEqualTo(ofDraw(DrawHistory.prepared(DrawHistory.frozen())));
    assertThat(ofDraw(DrawHistory.opened(DAY.plusMonths(2))))
        .isEqualTo(ofDraw(DrawHistory.prepared(DrawHistory.frozen())));
  }

  @Test
  void a_draw_not_made_in_time_is_listed_and_stays_so_once_it_is_void() {
    List<DrawEvent> committed = DrawHistory.committed();
    var overdue = new DrawEvent.DrawOverdue("2023-03-20T16:00:00Z");
    assertThat(added(committed, overdue))
        .containsExactly(
            deviation(next(committed), Kind.DRAW_OVERDUE, DRAW, "2023-03-20T16:00:00Z", ""));
    List<DrawEvent> late = new ArrayList<>(committed);
    late.add(overdue);
    assertThat(ofDraw(DrawHistory.voided(late)))
        .extracting(Deviation::kind)
        .containsExactly(Kind.NARROW_SLOT, Kind.DRAW_OVERDUE, Kind.DRAW_VOIDED);
  }

  @Test
  void a_void_is_listed_once_both_agreed_whatever_the_draw_had_become() {
    for (List<DrawEvent> before :
        List.of(
            DrawHistory.frozen(),
            DrawHistory.committed(),
            DrawHistory.drawn(),
            DrawHistory.sealed())) {
      List<DrawEvent> voided = DrawHistory.voided(before);
      List<Deviation> listed = new ArrayList<>(ofDraw(voided));
      listed.removeAll(ofDraw(before));
      assertThat(listed)
          .containsExactly(
              deviation(voided.size(), Kind.DRAW_VOIDED, DRAW, "", "名单有误", "王局", "李局"));
    }
  }

  @Test
  void teams_drawn_again_are_a_departure_of_the_round_that_draws_them() {
    List<DrawEvent> again = DrawHistory.drawnAgain();
    int frozen = DrawHistory.infeasible().size() + 1;
    assertThat(ofDraw(again))
        .contains(deviation(frozen, Kind.TEAMS_REDRAWN, DrawHistory.SECOND, "", ""));
  }

  @Test
  void who_is_replaced_is_listed_with_who_asked_and_who_agreed() {
    List<DrawEvent> drawn = DrawHistory.drawn();
    String gone = firstDrawn(drawn);
    assertThat(
            added(
                drawn,
                new ReplacementEvent.ReplacementRequested(
                    gone, null, "已注销", "登记机关通知", "张科", null, null, null),
                new ReplacementEvent.SubjectReplaced(
                    gone,
                    "S900",
                    List.of("I1", "I2"),
                    "已注销",
                    "登记机关通知",
                    "张科",
                    "王局",
                    DAY,
                    null,
                    null,
                    null,
                    null),
                new ReplacementEvent.ReplacementUndone(
                    gone,
                    "S900",
                    List.of(),
                    List.of("I1", "I2"),
                    List.of("I1", "I2"),
                    "检查已经开始",
                    DAY,
                    null)))
        .containsExactly(
            deviation(next(drawn) + 1, Kind.SUBJECT_REPLACED, DRAW, gone, "已注销", "张科", "王局"),
            deviation(next(drawn) + 2, Kind.REPLACEMENT_UNDONE, DRAW, gone, "检查已经开始"));
  }

  @Test
  void an_officer_who_is_replaced_or_stays_although_recused_is_listed() {
    List<DrawEvent> drawn = DrawHistory.drawn();
    String subject = firstDrawn(drawn);
    assertThat(
            added(
                drawn,
                new ReplacementEvent.MemberRecused(subject, "I1", "RELATIVE", DAY, null, null),
                new ReplacementEvent.KeepingRequested(subject, "I1", "已核实无利害关系", "张科", null),
                new ReplacementEvent.MemberKept(subject, "I1", "已核实无利害关系", "张科", "王局", DAY, null),
                new ReplacementEvent.InspectorReplaced(
                    subject,
                    "I1",
                    "I3",
                    List.of("I2", "I3"),
                    "病假",
                    "张科",
                    "王局",
                    DAY,
                    null,
                    null,
                    null,
                    null,
                    null)))
        .containsExactly(
            deviation(
                next(drawn) + 2, Kind.MEMBER_KEPT, DRAW, subject + " I1", "已核实无利害关系", "张科", "王局"),
            deviation(
                next(drawn) + 3,
                Kind.INSPECTOR_REPLACED,
                DRAW,
                subject + " I1→I3",
                "病假",
                "张科",
                "王局"));
  }

  @Test
  void what_happens_to_a_later_round_is_listed_under_its_own_number() {
    List<DrawEvent> again = DrawHistory.drawnAgain();
    assertThat(added(again, voided(null)))
        .containsExactly(
            deviation(next(again), Kind.DRAW_VOIDED, DrawHistory.SECOND, "", "名单有误", "王局", "李局"));
  }

  @Test
  void what_happens_to_an_earlier_batch_is_listed_under_the_number_of_that() {
    List<DrawEvent> next = DrawHistory.nextBatch();
    assertThat(added(next, voided(DRAW)))
        .containsExactly(deviation(next(next), Kind.DRAW_VOIDED, DRAW, "", "名单有误", "王局", "李局"));
  }

  private static DrawEvent voided(@Nullable String earlier) {
    return new DrawEvent.DrawVoided("名单有误", "王局", "李局", null, Map.of(), DAY, earlier);
  }
}
