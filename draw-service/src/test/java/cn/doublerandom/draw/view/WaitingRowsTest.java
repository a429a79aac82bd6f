package cn.doublerandom.draw.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.drawing.DrawCodec;
import cn.doublerandom.draw.drawing.DrawDecider;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DrawHistory;
import cn.doublerandom.draw.exclusion.ExclusionDecider;
import cn.doublerandom.draw.exclusion.ExclusionEvent;
import cn.doublerandom.draw.plan.PlanCodec;
import cn.doublerandom.draw.plan.PlanDecider;
import cn.doublerandom.draw.programme.ProgrammeContent;
import cn.doublerandom.draw.programme.ProgrammeDecider;
import cn.doublerandom.draw.programme.ProgrammeEvent;
import cn.doublerandom.draw.sealing.SealingKeyDecider;
import cn.doublerandom.draw.sealing.SealingKeyEvent;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.servicekit.waiting.Pending;
import cn.doublerandom.servicekit.waiting.PendingFold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What waits in a plan or a draw stands in one row a stream, however the events came. */
class WaitingRowsTest {
  private static final EventCodec<ProgrammeEvent> PROGRAMMES =
      new EventCodec<>(ProgrammeEvent.class);
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 12);
  private static final String PROGRAMME = "programme-130534-2023001-001";
  private static final ProgrammeContent CONTENT =
      new ProgrammeContent(
          "第一期实施方案", "", List.of(), MARCH, LocalDate.of(2023, 11, 30), 2, "", "实地检查", "");

  private static ProjectionSpecification waiting() {
    return ProjectionSpecification.over(log ->
        new WaitingProjection(
            new WaitingView(),
            new CommandHandler<>(log, new PlanDecider(), PlanCodec.ofEvents()),
            new CommandHandler<>(log, new ProgrammeDecider(), PROGRAMMES),
            new CommandHandler<>(log, new DrawDecider(), DrawCodec.ofEvents()),
            new CommandHandler<>(
                log, new ExclusionDecider(), new EventCodec<>(ExclusionEvent.class)),
            new CommandHandler<>(
                log, new SealingKeyDecider(), new EventCodec<>(SealingKeyEvent.class))));
  }

  private static List<Pending> of(String stream, ProjectionSpecification events) {
    return events
        .rows("waiting_view", PendingFold.Row.class)
        .getOrDefault(stream, new PendingFold.Row(List.of()))
        .matters();
  }

  private static List<Pending> draw(List<DrawEvent> events) {
    return of(
        DrawHistory.STREAM,
        waiting()
            .given(DrawCodec.ofEvents(), DrawHistory.STREAM, events.toArray(DrawEvent[]::new)));
  }

  @Test
  void a_draw_waits_for_one_step_after_the_other() {
    assertThat(draw(DrawHistory.frozen()))
        .extracting(Pending::kind)
        .containsExactlyInAnyOrder("terms", "witnesses");
    assertThat(draw(DrawHistory.prepared(DrawHistory.frozen())))
        .extracting(Pending::kind)
        .containsExactly("commitment");
    assertThat(draw(DrawHistory.committed()))
        .extracting(Pending::kind)
        .contains("reveals-open")
        .doesNotContain("commitment", "execution");
    assertThat(draw(DrawHistory.sealed())).extracting(Pending::kind).containsExactly("opening");
    assertThat(draw(DrawHistory.drawn())).isEmpty();
  }

  @Test
  void before_the_commit_the_coordinator_sees_what_is_missing_and_is_not_told_to_commit() {
    List<DrawEvent> whole = DrawHistory.prepared(DrawHistory.frozen());
    Set<String> kinds = new TreeSet<>();
    for (int events = 1; events < whole.size(); events++) {
      List<String> told = draw(whole.subList(0, events)).stream().map(Pending::kind).toList();

      assertThat(told).as("after %d events", events).isNotEmpty();
      assertThat(told.contains("commitment"))
          .as("after %d events: %s", events, told)
          .isEqualTo(told.size() == 1 && told.contains("commitment"));
      kinds.addAll(told);
    }
    assertThat(kinds).contains("witnesses", "promises-open", "deposit-laying", "deposit-open");
  }

  @Test
  void a_programme_that_is_returned_waits_for_who_wrote_it_and_tells_him_why() {
    ProjectionSpecification march =
        waiting()
            .at(Instant.parse(MARCH + "T01:00:00Z"))
            .by("approver", "request-1")
            .given(
                PROGRAMMES,
                PROGRAMME,
                new ProgrammeEvent.ProgrammeDrafted(CONTENT, "coordinator"),
                new ProgrammeEvent.ProgrammeReturned("approver", "日期有误"));

    assertThat(of(PROGRAMME, march))
        .extracting(Pending::kind)
        .containsExactly("programme-returned");
    assertThat(march.rows("waiting_view", PendingFold.Row.class).get(PROGRAMME).told())
        .singleElement()
        .satisfies(told -> {
          assertThat(told.to()).isEqualTo("coordinator");
          assertThat(told.by()).isEqualTo("approver");
          assertThat(told.why()).isEqualTo("日期有误");
        });
  }

  @Test
  void a_programme_waits_since_it_was_drafted_until_it_is_public() {
    var drafted = new ProgrammeEvent.ProgrammeDrafted(CONTENT, "coordinator");
    var approved = new ProgrammeEvent.ProgrammeApproved("approver", MARCH);
    var published = new ProgrammeEvent.ProgrammePublished(MARCH, null);
    ProjectionSpecification march = waiting().at(Instant.parse(MARCH + "T01:00:00Z"));

    assertThat(of(PROGRAMME, march.given(PROGRAMMES, PROGRAMME, drafted)))
        .singleElement()
        .satisfies(waits -> {
          assertThat(waits.kind()).isEqualTo("programme");
          assertThat(waits.since()).isEqualTo(MARCH);
          assertThat(waits.touchedBy()).containsExactly("coordinator");
        });
    assertThat(of(PROGRAMME, march.given(PROGRAMMES, PROGRAMME, approved)))
        .extracting(Pending::kind)
        .containsExactly("programme-publication");
    assertThat(of(PROGRAMME, march.given(PROGRAMMES, PROGRAMME, published))).isEmpty();
  }
}
