package cn.doublerandom.draw.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.figures.Standing;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCodec;
import cn.doublerandom.draw.drawing.DrawDirectory.Entry;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DrawHistory;
import cn.doublerandom.draw.drawing.ReplacementEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.KnownEntry.KnownRecusal;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.RegisterEvent;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The list of draws, who visits whom, and what the registry told of old. */
class DrawProjectionTest {
  private static final EventCodec<RegisterEvent> TOLD = new EventCodec<>(RegisterEvent.class);
  private static final String DRAW = DrawHistory.DRAW;
  private static final LocalDate OPENED = DrawHistory.DAY.plusMonths(2);
  private static final String EXECUTE_BY = "2023-03-20T16:00:00Z";

  private static ProjectionSpecification nothing() {
    var register = new RegisterView();
    return ProjectionSpecification.of(
        new DrawProjection(
            new ShownDraws(new DrawView()),
            new CountedVisits(register),
            new KnownRows(),
            DrawCodec.ofEvents(),
            TOLD));
  }

  private static ProjectionSpecification task(List<DrawEvent> events) {
    return nothing()
        .given(DrawCodec.ofEvents(), DrawHistory.STREAM, events.toArray(DrawEvent[]::new));
  }

  private static Map<String, Entry> draws(List<DrawEvent> events) {
    return task(events).rows("draw_view", Entry.class);
  }

  private static Map<String, RegisterView.Assigned> assigned(List<DrawEvent> events) {
    return task(events).rows("assigned_view", RegisterView.Assigned.class);
  }

  private static Map<String, RegisterView.DrawnOn> drawnOn(List<DrawEvent> events) {
    return task(events).rows("drawn_subject_view", RegisterView.DrawnOn.class);
  }

  private static List<DrawEvent> and(List<DrawEvent> events, DrawEvent... more) {
    List<DrawEvent> all = new ArrayList<>(events);
    all.addAll(List.of(more));
    return all;
  }

  private static TaskDraws.Executed draw(List<DrawEvent> events, String drawId) {
    return DrawHistory.state(events).executed(drawId).orElseThrow();
  }

  private static Map<String, List<String>> teams(List<DrawEvent> events, String drawId) {
    return draw(events, drawId).roster().teams();
  }

  private static DrawEvent.DrawCommitted commitment(List<DrawEvent> events) {
    return events.stream()
        .filter(DrawEvent.DrawCommitted.class::isInstance)
        .map(DrawEvent.DrawCommitted.class::cast)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** One line of the list after the commitment that is the last of some events. */
  private static Map<String, Entry> line(
      List<DrawEvent> committed, String phase, int drawn, @Nullable String overdueSince) {
    DrawEvent.DrawCommitted commitment = commitment(committed);
    return Map.of(
        DRAW,
        new Entry(
            DRAW,
            "2023001-001",
            1,
            phase,
            34,
            commitment.commitHash(),
            EXECUTE_BY,
            drawn,
            overdueSince,
            committed.indexOf(commitment) + 1L));
  }

  private static Entry frozen(String drawId, int round, String phase) {
    return new Entry(drawId, "2023001-001", round, phase, 34, "", "", 0, null, null);
  }

  @Test
  void a_draw_is_listed_from_its_freeze_on_and_is_the_latest_of_its_task() {
    assertThat(draws(DrawHistory.frozen())).isEqualTo(Map.of(DRAW, frozen(DRAW, 1, "FROZEN")));
    assertThat(task(DrawHistory.frozen()).rows("task_view", DrawView.Latest.class))
        .isEqualTo(Map.of("130534-2023001-001", new DrawView.Latest(DRAW)));
  }

  @Test
  void what_is_prepared_is_not_in_the_list() {
    assertThat(draws(DrawHistory.prepared(DrawHistory.frozen())))
        .isEqualTo(draws(DrawHistory.frozen()));
  }

  @Test
  void a_committed_draw_says_what_was_promised_and_where_in_the_ledger() {
    List<DrawEvent> committed = DrawHistory.committed();
    assertThat(draws(committed)).isEqualTo(line(committed, "COMMITTED", 0, null));
  }

  @Test
  void a_draw_that_is_drawn_says_how_many() {
    assertThat(draws(DrawHistory.drawn()))
        .isEqualTo(line(DrawHistory.committed(), "EXECUTED", 4, null));
  }

  @Test
  void a_sealed_draw_says_how_many_and_shows_no_visit_until_it_is_opened() {
    List<DrawEvent> sealed = DrawHistory.sealed();
    assertThat(draws(sealed)).isEqualTo(line(sealed, "SEALED", 4, null));
    assertThat(assigned(sealed)).isEmpty();
    assertThat(drawnOn(sealed)).isEmpty();
    List<DrawEvent> opened = DrawHistory.opened(OPENED);
    assertThat(draws(opened)).isEqualTo(line(sealed, "EXECUTED", 4, null));
    assertThat(assigned(opened))
        .isEqualTo(Map.of(DRAW, new RegisterView.Assigned(DRAW, OPENED, teams(opened, DRAW))));
  }

  @Test
  void that_a_draw_was_overdue_is_not_undone_by_its_being_drawn_or_void() {
    List<DrawEvent> committed = DrawHistory.committed();
    List<DrawEvent> late = and(committed, new DrawEvent.DrawOverdue(EXECUTE_BY));
    assertThat(draws(late)).isEqualTo(line(committed, "COMMITTED", 0, EXECUTE_BY));
    List<DrawEvent> drawn = DrawHistory.drawn();
    assertThat(
            draws(
                and(late, drawn.subList(committed.size(), drawn.size()).toArray(DrawEvent[]::new))))
        .isEqualTo(line(committed, "EXECUTED", 4, EXECUTE_BY));
    assertThat(draws(DrawHistory.voided(late))).isEqualTo(line(committed, "VOIDED", 0, EXECUTE_BY));
  }

  @Test
  void a_draw_of_before_it_was_kept_who_drew_is_in_the_list_like_any_other() {
    List<DrawEvent> old = new ArrayList<>();
    for (DrawEvent event : DrawHistory.drawn()) {
      old.add(
          switch (event) {
            case DrawEvent.DrawCommitted c ->
                new DrawEvent.DrawCommitted(c.commit(), c.commitHash(), null);
            case DrawEvent.DrawExecuted e ->
                new DrawEvent.DrawExecuted(
                    e.result(), e.resultHash(), e.certificate(), e.executedOn(), null, null);
            default -> event;
          });
    }
    assertThat(draws(old)).isEqualTo(draws(DrawHistory.drawn()));
    assertThat(assigned(old)).isEqualTo(assigned(DrawHistory.drawn()));
  }

  @Test
  void a_void_round_stays_in_the_list_beside_the_one_that_follows_it() {
    List<DrawEvent> again =
        and(DrawHistory.voided(DrawHistory.frozen()), DrawHistory.frozenAgain());
    assertThat(draws(again))
        .isEqualTo(
            Map.of(
                DRAW,
                frozen(DRAW, 1, "VOIDED"),
                DrawHistory.SECOND,
                frozen(DrawHistory.SECOND, 2, "FROZEN")));
    assertThat(task(again).rows("task_view", DrawView.Latest.class))
        .isEqualTo(Map.of("130534-2023001-001", new DrawView.Latest(DrawHistory.SECOND)));
  }

  @Test
  void the_void_of_an_earlier_batch_leaves_the_one_under_way_alone() {
    List<DrawEvent> drawn = DrawHistory.drawn();
    var voided =
        new DrawEvent.DrawVoided(
            "名单有误", "王局", "李局", null, teams(drawn, DRAW), DrawHistory.DAY, DRAW);
    List<DrawEvent> all = and(DrawHistory.nextBatch(), voided);
    assertThat(draws(all))
        .containsEntry(DrawHistory.SECOND, frozen(DrawHistory.SECOND, 2, "FROZEN"))
        .containsAllEntriesOf(line(DrawHistory.committed(), "VOIDED", 4, null));
    assertThat(assigned(all))
        .isEqualTo(Map.of(DRAW, new RegisterView.Assigned(DRAW, DrawHistory.DAY, Map.of())));
  }

  @Test
  void the_firms_of_a_draw_were_drawn_on_its_day_until_it_is_void() {
    List<DrawEvent> drawn = DrawHistory.drawn();
    Map<String, List<String>> teams = teams(drawn, DRAW);
    assertThat(assigned(drawn))
        .isEqualTo(Map.of(DRAW, new RegisterView.Assigned(DRAW, DrawHistory.DAY, teams)));
    assertThat(drawnOn(drawn)).isEqualTo(onDays(teams, Map.of(DRAW, DrawHistory.DAY)));
    List<DrawEvent> voided = DrawHistory.voided(drawn);
    assertThat(assigned(voided))
        .isEqualTo(Map.of(DRAW, new RegisterView.Assigned(DRAW, DrawHistory.DAY, Map.of())));
    assertThat(drawnOn(voided)).isEqualTo(onDays(teams, Map.of()));
  }

  private static Map<String, RegisterView.DrawnOn> onDays(
      Map<String, List<String>> teams, Map<String, LocalDate> days) {
    Map<String, RegisterView.DrawnOn> rows = new TreeMap<>();
    teams.keySet().forEach(s -> rows.put(s, new RegisterView.DrawnOn(s, days)));
    return rows;
  }

  @Test
  void firms_for_whom_there_is_no_team_count_once_from_the_round_that_drew_their_teams() {
    List<DrawEvent> again = DrawHistory.drawnAgain();
    Map<String, List<String>> none = new TreeMap<>();
    draw(again, DRAW).result().selected().forEach(subject -> none.put(subject, List.of()));
    assertThat(assigned(again))
        .isEqualTo(
            Map.of(
                DRAW,
                new RegisterView.Assigned(DRAW, DrawHistory.DAY, none),
                DrawHistory.SECOND,
                new RegisterView.Assigned(
                    DrawHistory.SECOND, DrawHistory.DAY, teams(again, DrawHistory.SECOND))));
    assertThat(drawnOn(again)).isEqualTo(onDays(none, Map.of(DrawHistory.SECOND, DrawHistory.DAY)));
  }

  @Test
  void a_selection_whose_teams_are_void_is_listed_as_drawn_until_it_is_void_itself() {
    List<DrawEvent> teamsVoid = DrawHistory.secondVoided(DrawHistory.drawnAgain());
    assertThat(draws(teamsVoid))
        .hasEntrySatisfying(DRAW, row -> assertThat(row.phase()).isEqualTo("EXECUTED"))
        .hasEntrySatisfying(DrawHistory.SECOND, row -> assertThat(row.phase()).isEqualTo("VOIDED"));
    // Whom nobody visits is not spared by it.
    assertThat(drawnOn(teamsVoid).values()).allSatisfy(days -> assertThat(days.days()).isEmpty());
    assertThat(drawnOn(DrawHistory.infeasible())).isEmpty();
    List<DrawEvent> allVoid = DrawHistory.voided(teamsVoid);
    assertThat(draws(allVoid).values()).extracting(Entry::phase).containsOnly("VOIDED");
    assertThat(drawnOn(allVoid).values()).allSatisfy(days -> assertThat(days.days()).isEmpty());
  }

  @Test
  void an_alternate_is_drawn_on_the_day_it_came_in_and_the_firm_it_follows_was_not() {
    List<DrawEvent> drawn = DrawHistory.drawn();
    String gone = draw(drawn, DRAW).result().selected().getFirst();
    LocalDate later = DrawHistory.DAY.plusDays(3);
    var replaced =
        new ReplacementEvent.SubjectReplaced(
            gone,
            "S900",
            List.of("I1", "I2"),
            "已注销",
            "登记机关通知",
            "张科",
            "王局",
            later,
            null,
            null,
            null,
            null);
    Map<String, RegisterView.DrawnOn> rows = drawnOn(and(drawn, replaced));
    assertThat(rows)
        .containsEntry(gone, new RegisterView.DrawnOn(gone, Map.of()))
        .containsEntry("S900", new RegisterView.DrawnOn("S900", Map.of(DRAW, later)));
    assertThat(draws(and(drawn, replaced))).isEqualTo(draws(drawn));
    var undone =
        new ReplacementEvent.ReplacementUndone(
            gone,
            "S900",
            List.of(),
            List.of("I1", "I2"),
            List.of("I1", "I2"),
            "检查已经开始",
            later,
            null);
    assertThat(drawnOn(and(drawn, replaced, undone)))
        .containsEntry(gone, new RegisterView.DrawnOn(gone, Map.of(DRAW, later)))
        .containsEntry("S900", new RegisterView.DrawnOn("S900", Map.of()));
  }

  @Test
  void what_is_asked_and_agreed_about_people_moves_no_visit() {
    List<DrawEvent> drawn = DrawHistory.drawn();
    String subject = draw(drawn, DRAW).result().selected().getFirst();
    String member = draw(drawn, DRAW).roster().teams().getOrDefault(subject, List.of()).getFirst();
    List<DrawEvent> asked =
        and(
            drawn,
            new ReplacementEvent.ReplacementRequested(
                subject, member, "病假", "", "张科", null, null, null),
            new ReplacementEvent.MemberRecused(
                subject, member, "RELATIVE", DrawHistory.DAY, null, null),
            new ReplacementEvent.KeepingRequested(subject, member, "已核实无利害关系", "张科", null),
            new ReplacementEvent.MemberKept(
                subject, member, "已核实无利害关系", "张科", "王局", DrawHistory.DAY, null));
    assertThat(assigned(asked)).isEqualTo(assigned(drawn));
    assertThat(draws(asked)).isEqualTo(draws(drawn));
  }

  @Test
  void what_the_registry_told_of_old_is_shown_as_it_was_told_last() {
    var active =
        new KnownSubject("S1", "甲公司", "ENTERPRISE", List.of("道路运输"), "ACTIVE", null, null, null);
    var closed =
        new KnownSubject(
            "S1",
            "甲公司",
            "ENTERPRISE",
            List.of("道路运输"),
            "CANCELLED",
            "B",
            Standing.of(LocalDate.of(2018, 5, 2), "CANCELLED"),
            null);
    LocalDate until = LocalDate.of(2025, 12, 31);
    var officer =
        new KnownInspector("I1", List.of("unit:大队"), until, "ACTIVE", List.of(), null, null, null);
    var recused =
        new KnownInspector(
            "I1",
            List.of("unit:大队"),
            until,
            "ACTIVE",
            List.of(new KnownRecusal("S1", "RELATIVE", null, null, null)),
            List.of(),
            List.of(),
            List.of("S2"));
    ProjectionSpecification told =
        nothing()
            .given(
                TOLD,
                DrawStreams.KNOWN_SUBJECT.of("S1"),
                new RegisterEvent.SubjectNoted(active),
                new RegisterEvent.SubjectNoted(closed))
            .given(
                TOLD,
                DrawStreams.KNOWN_INSPECTOR.of("I1"),
                new RegisterEvent.InspectorNoted(officer),
                new RegisterEvent.InspectorNoted(recused));
    assertThat(told.rows("known_subject_view", KnownSubject.class)).isEqualTo(Map.of("S1", closed));
    assertThat(told.rows("known_inspector_view", KnownInspector.class))
        .isEqualTo(Map.of("I1", recused));
  }

  @Test
  void an_item_given_back_keeps_its_name_and_can_be_claimed_again() {
    var item = new KnownItem("JT-01", "经营行为检查", "道路运输", true, true, null);
    var noted = new RegisterEvent.ItemNoted(item);
    var released = new RegisterEvent.ItemReleaseNoted();
    assertThat(items(noted)).isEqualTo(Map.of("JT-01", item));
    assertThat(items(noted, released))
        .isEqualTo(Map.of("JT-01", new KnownItem("JT-01", "经营行为检查", "道路运输", false, true, null)));
    assertThat(items(noted, released, noted)).isEqualTo(items(noted));
  }

  private static Map<String, KnownItem> items(RegisterEvent... events) {
    return nothing()
        .given(TOLD, DrawStreams.KNOWN_ITEM.of("JT-01"), events)
        .rows("known_item_view", KnownItem.class);
  }
}
