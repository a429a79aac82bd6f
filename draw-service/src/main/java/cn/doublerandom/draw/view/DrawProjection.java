package cn.doublerandom.draw.view;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawDirectory.Entry;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.RegisterEvent;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.servicekit.view.Projection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the draws, the registry's entries and the inspectors' loads readable. */
@ApplicationScoped
class DrawProjection implements Projection {
  private final DrawView draws;
  private final RegisterView register;
  private final EventCodec<DrawEvent> drawCodec;
  private final EventCodec<RegisterEvent> registerCodec;

  @Inject
  DrawProjection(
      DrawView draws,
      RegisterView register,
      EventCodec<DrawEvent> drawCodec,
      EventCodec<RegisterEvent> registerCodec) {
    this.draws = draws;
    this.register = register;
    this.drawCodec = drawCodec;
    this.registerCodec = registerCodec;
  }

  @Override
  public String name() {
    return "draw";
  }

  @Override
  public Uni<Void> apply(LedgerEntry entry) {
    StoredEvent event = entry.event();
    String stream = event.stream();
    if (stream.startsWith(DrawStreams.PLAN)) {
      return Uni.createFrom().voidItem();
    } else if (stream.startsWith(DrawStreams.TASK)) {
      return draw(stream.substring(DrawStreams.TASK.length()), drawCodec.decode(event));
    }
    return register(stream, registerCodec.decode(event));
  }

  private Uni<Void> register(String stream, RegisterEvent event) {
    return switch (event) {
      case RegisterEvent.SubjectNoted(var subject) -> register.subjects.put(subject.id(), subject);
      case RegisterEvent.InspectorNoted(var inspector) ->
          register.inspectors.put(inspector.id(), inspector);
      case RegisterEvent.ItemNoted(var item) -> register.items.put(item.code(), item);
      case RegisterEvent.ItemReleaseNoted() ->
          register.items.update(
              stream.substring(DrawStreams.KNOWN_ITEM.length()),
              item -> new KnownItem(item.code(), item.name(), item.field(), false));
    };
  }

  private Uni<Void> draw(String task, DrawEvent event) {
    return switch (event) {
      case DrawEvent.FrameFrozen(FrozenFrame f) ->
          draws.rows.put(
              f.drawId(),
              new Entry(
                  f.drawId(),
                  f.planId() + "-" + f.taskId(),
                  f.round(),
                  "FROZEN",
                  f.lists().frame().size(),
                  "",
                  "",
                  0));
      case DrawEvent.DrawCommitted(var commit, var hash) ->
          draws.rows.update(
              commit.drawId(),
              e ->
                  new Entry(
                      e.drawId(),
                      e.task(),
                      e.round(),
                      "COMMITTED",
                      e.frameSize(),
                      hash,
                      commit.executeBy(),
                      0));
      case DrawEvent.ContributionRevealed revealed -> Uni.createFrom().voidItem();
      case DrawEvent.EntropyObserved observed -> Uni.createFrom().voidItem();
      case DrawEvent.VoidApproved approved -> Uni.createFrom().voidItem();
      case DrawEvent.DrawExecuted executed ->
          last(task)
              .flatMap(id -> draws.rows.update(id, e -> phase(e, "EXECUTED", drawn(executed))))
              .flatMap(done -> assign(executed));
      case DrawEvent.DrawVoided voided ->
          last(task).flatMap(id -> draws.rows.update(id, e -> phase(e, "VOIDED", 0)));
    };
  }

  private static int drawn(DrawEvent.DrawExecuted executed) {
    return executed.result().selected().size();
  }

  private static Entry phase(Entry e, String phase, int drawn) {
    return new Entry(
        e.drawId(),
        e.task(),
        e.round(),
        phase,
        e.frameSize(),
        e.commitHash(),
        e.executeBy(),
        drawn);
  }

  /** The draw under way: the task's highest round. */
  private Uni<String> last(String task) {
    return draws.latest(task);
  }

  private Uni<Void> assign(DrawEvent.DrawExecuted executed) {
    Map<String, Integer> visits = new TreeMap<>();
    for (DrawResult.Team team : executed.result().teams()) {
      team.inspectors().forEach(inspector -> visits.merge(inspector, 1, Integer::sum));
    }
    int year = executed.executedOn().getYear();
    return Multi.createFrom()
        .iterable(visits.entrySet())
        .onItem()
        .transformToUniAndConcatenate(entry -> {
          String id = RegisterView.Load.id(year, entry.getKey());
          return register
              .loads
              .get(id)
              .flatMap(known ->
                  register.loads.put(
                      id,
                      new RegisterView.Load(
                          year,
                          entry.getKey(),
                          entry.getValue() + known.map(RegisterView.Load::visits).orElse(0))));
        })
        .collect()
        .last()
        .replaceWithVoid();
  }
}
