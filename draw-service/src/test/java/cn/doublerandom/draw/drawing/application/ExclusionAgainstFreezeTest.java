package cn.doublerandom.draw.drawing.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.FrameRejection;
import cn.doublerandom.draw.drawing.DrawCodec;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawDecider;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.exclusion.ExclusionCommand;
import cn.doublerandom.draw.exclusion.ExclusionDecider;
import cn.doublerandom.draw.exclusion.ExclusionEvent;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.exclusion.HandExclusion;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.InMemoryEventStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 人工排除 against the freeze of its round, in whatever order the two come. */
class ExclusionAgainstFreezeTest {
  private static final PlanTask TASK = FreezeSample.task("002");
  private static final String ROUND = DrawStreams.exclusions("130534", TASK.key(), 1);

  private final InMemoryEventStore store = new InMemoryEventStore();
  private final CommandHandler<ExclusionCommand, ExclusionEvent, ExclusionList> exclusions =
      new CommandHandler<>(store, new ExclusionDecider(), new EventCodec<>(ExclusionEvent.class));
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws =
      new CommandHandler<>(store, new DrawDecider(), DrawCodec.ofEvents());
  private boolean underWay;
  private List<ExclusionList.Entry> assembledWith = List.of();
  private boolean approved;
  private boolean frozen;

  private Handled<ExclusionEvent, ExclusionList> exclusion(ExclusionCommand command) {
    return exclusions.handle(ROUND, command, FreezeSample.context()).await().indefinitely();
  }

  private ExclusionList list() {
    return exclusions.load(ROUND).await().indefinitely().state();
  }

  private TaskDraws task() {
    return draws.load(DrawStreams.task("130534", TASK.key())).await().indefinitely().state();
  }

  private void step(char step) {
    switch (step) {
      case 'a' -> underWay = task().current().isPresent();
      case 'A' ->
          approved =
              exclusion(new ExclusionCommand.ApproveExclusion("S001", "王局", underWay))
                  instanceof Handled.Done;
      case 'f' -> assembledWith = list().approved();
      case 'F' ->
          frozen =
              draws
                      .handle(
                          DrawStreams.task("130534", TASK.key()),
                          FreezeSample.frame(TASK),
                          FreezeSample.context(),
                          List.of(BegunDraws.closed(exclusions, ROUND, assembledWith)))
                      .await()
                      .indefinitely()
                  instanceof Handled.Done;
      default -> throw new IllegalArgumentException(String.valueOf(step));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fFaA", "faFA", "faAF", "afFA", "afAF", "aAfF"})
  void what_two_people_agreed_to_is_in_the_frame_or_was_refused(String order) {
    exclusion(
        new ExclusionCommand.RequestExclusion(
            new HandExclusion("S001", "OTHER", "正在搬迁", "现场照片", null), "coordinator"));

    order.chars().forEach(step -> step((char) step));

    assertThat(approved).as(order).isEqualTo(order.indexOf('A') < order.indexOf('F'));
    assertThat(list().approved()).hasSize(approved ? 1 : 0);
    boolean isOfOneMind = list().approved().equals(assembledWith);
    assertThat(frozen)
        .as("a frame knows of all exclusions or is not frozen")
        .isEqualTo(isOfOneMind);
    assertThat(task().current().isPresent()).isEqualTo(frozen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aF", "F"})
  void once_the_frame_is_frozen_nobody_asks_any_more(String order) {
    order.chars().forEach(step -> step((char) step));

    assertThat(
            exclusion(
                new ExclusionCommand.RequestExclusion(
                    new HandExclusion("S001", "OTHER", "正在搬迁", "现场照片", null),
                    "coordinator",
                    new ExclusionCommand.Seen(true, underWay))))
        .isEqualTo(new Handled.Refused<>(FrameRejection.DRAW_OPEN, Map.of()));
  }
}
