package cn.doublerandom.draw.waiting.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawDecider;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DrawHistory;
import cn.doublerandom.draw.exclusion.ExclusionCommand;
import cn.doublerandom.draw.exclusion.ExclusionDecider;
import cn.doublerandom.draw.exclusion.ExclusionEvent;
import cn.doublerandom.draw.exclusion.HandExclusion;
import cn.doublerandom.draw.programme.ProgrammeCommand;
import cn.doublerandom.draw.programme.ProgrammeContent;
import cn.doublerandom.draw.programme.ProgrammeDecider;
import cn.doublerandom.draw.programme.ProgrammeEvent;
import cn.doublerandom.draw.sealing.SealingKeyCommand;
import cn.doublerandom.draw.sealing.SealingKeyDecider;
import cn.doublerandom.draw.sealing.SealingKeyEvent;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.servicekit.waiting.Pending;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For whom something waits is whom the rules would let do it: asked of the rules themselves. */
class PendingsTest {
  private static final LocalDate DAY = DrawHistory.DAY;
  private static final Instant NOON = Instant.parse("2023-03-15T04:00:00Z");

  private static <C, E, S> void agree(
      Decider<C, E, S> rules,
      List<E> events,
      BiFunction<String, S, List<Pending>> waiting,
      String stream,
      String kind,
      C approval,
      String account) {
    S state = rules.replay(events);
    boolean refused = rules.decide(approval, state) instanceof Decision.Rejected<?>;

    assertThat(waiting.apply(stream, state))
        .filteredOn(waits -> waits.kind().equals(kind))
        .singleElement()
        .satisfies(waits -> assertThat(waits.waitsFor(account)).as(kind).isEqualTo(!refused));
  }

  private static void ofDraw(
      List<DrawEvent> events, String kind, DrawCommand approval, String account) {
    agree(new DrawDecider(), events, DrawPendings::of, DrawHistory.STREAM, kind, approval, account);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "coordinator",
        "Coordinator",
        " ｃｏｏｒｄｉｎａｔｏｒ",
        "supervisor",
        "witness-1",
        "approver",
        "approver-2",
        "WANG",
        "nobody-yet"
      })
  void it_waits_for_exactly_those_the_rules_would_let_do_it(String account) {
    ofDraw(
        DrawHistory.frozen(),
        "terms",
        new DrawCommand.ApproveTerms(DrawHistory.DRAW, account, DAY),
        account);
    List<DrawEvent> first = new ArrayList<>(DrawHistory.drawn());
    first.add(new DrawEvent.VoidApproved("wang", "名单有误", null));
    ofDraw(
        first,
        "void",
        new DrawCommand.ApproveVoid(DrawHistory.DRAW, account, "名单有误", NOON),
        account);
    agree(
        new ProgrammeDecider(),
        List.of(
            new ProgrammeEvent.ProgrammeDrafted(
                new ProgrammeContent(
                    "第一期", "", List.of(), DAY, DAY.plusDays(30), 2, "", "实地检查", ""),
                "coordinator")),
        PlanPendings::of,
        "programme-130534-2023001-001",
        "programme",
        new ProgrammeCommand.ApproveProgramme(account, DAY),
        account);
    agree(
        new SealingKeyDecider(),
        List.of(new SealingKeyEvent.SealingKeyRequested("42", "supervisor", DAY)),
        DrawPendings::of,
        "sealing-key",
        "sealing-key",
        new SealingKeyCommand.ApproveSealingKey(account, DAY),
        account);
    agree(
        new ExclusionDecider(),
        List.of(
            new ExclusionEvent.ExclusionRequested(
                new HandExclusion("S1", "OTHER", "正在搬迁", "搬迁通知", null), "coordinator")),
        DrawPendings::of,
        "exclusions-130534-2023001-001-1",
        "exclusion",
        new ExclusionCommand.ApproveExclusion("S1", account),
        account);
  }
}
