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
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  /** 3: sealed and overdue draws, replacements, and the days on which each subject was drawn. */
  @Override
  public int version() {
    return 3;
  }

  @Override
  public List<String> tables() {
    return List.of(
        draws.rows.table(),
        draws.tasks.table(),
        register.subjects.table(),
        register.inspectors.table(),
        register.items.table(),
        register.loads.table(),
        register.drawn.table());
  }

  /** An entry with its event read, so that it is read once. */
  private record Read(
      String stream, long seq, @Nullable DrawEvent draw, @Nullable RegisterEvent register) {}

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    List<Read> events =
        entries.stream().filter(entry -> isShown(entry.event())).map(this::read).toList();
    return draws
        .tasks
        .fetch(views, tasks(events))
        .chain(() -> draws.rows.fetch(views, drawIds(events, views)))
        .chain(() -> register.items.fetch(views, releasedItems(events)))
        .chain(() -> register.loads.fetch(views, loads(events)))
        .chain(() -> register.drawn.fetch(views, subjects(events)))
        .invoke(() -> events.forEach(event -> apply(event, views)));
  }

  private static boolean isShown(StoredEvent event) {
    return event.stream().startsWith(DrawStreams.TASK)
        || event.stream().startsWith(DrawStreams.KNOWN_SUBJECT)
        || event.stream().startsWith(DrawStreams.KNOWN_INSPECTOR)
        || event.stream().startsWith(DrawStreams.KNOWN_ITEM);
  }

  private Read read(LedgerEntry entry) {
    StoredEvent event = entry.event();
    return event.stream().startsWith(DrawStreams.TASK)
        ? new Read(event.stream(), entry.seq(), drawCodec.decode(event), null)
        : new Read(event.stream(), entry.seq(), null, registerCodec.decode(event));
  }

  private static String task(String stream) {
    return stream.substring(DrawStreams.TASK.length());
  }

  private static Set<String> tasks(List<Read> events) {
    return events.stream()
        .filter(event -> event.draw() != null)
        .map(event -> task(event.stream()))
        .collect(Collectors.toSet());
  }

  /** The draws the events speak of: named by a freeze or commit, else the task's latest. */
  private Set<String> drawIds(List<Read> events, Views views) {
    Set<String> ids = new HashSet<>();
    for (String task : tasks(events)) {
      draws.tasks.get(views, task).map(DrawView.Latest::drawId).ifPresent(ids::add);
    }
    for (Read event : events) {
      if (event.draw() instanceof DrawEvent.FrameFrozen(FrozenFrame frame)) {
        ids.add(frame.drawId());
      } else if (event.draw() instanceof DrawEvent.DrawCommitted committed) {
        ids.add(committed.commit().drawId());
      } else if (event.draw() != null) {
        event.draw().ofEarlier().ifPresent(ids::add);
      }
    }
    return ids;
  }

  private static Set<String> releasedItems(List<Read> events) {
    return events.stream()
        .filter(event -> event.register() instanceof RegisterEvent.ItemReleaseNoted)
        .map(event -> event.stream().substring(DrawStreams.KNOWN_ITEM.length()))
        .collect(Collectors.toSet());
  }

  private static Set<String> loads(List<Read> events) {
    Set<String> ids = new HashSet<>();
    for (Read event : events) {
      switch (event.draw()) {
        case DrawEvent.DrawExecuted executed when executed.salt() == null ->
            teams(executed)
                .values()
                .forEach(team -> team.forEach(who -> ids.add(load(executed.executedOn(), who))));
        case DrawEvent.DrawOpened opened ->
            opened
                .teams()
                .values()
                .forEach(team -> team.forEach(who -> ids.add(load(opened.openedOn(), who))));
        case DrawEvent.InspectorReplaced replaced -> {
          ids.add(load(replaced.on(), replaced.inspector()));
          ids.add(load(replaced.on(), replaced.substitute()));
        }
        case DrawEvent.ReplacementUndone undone -> {
          undone.substitutes().forEach(who -> ids.add(load(undone.on(), who)));
          undone.members().forEach(who -> ids.add(load(undone.on(), who)));
        }
        case DrawEvent.DrawVoided voided
            when voided.teams() != null && voided.executedOn() != null -> {
          LocalDate on = voided.executedOn();
          voided.teams().values().forEach(team -> team.forEach(who -> ids.add(load(on, who))));
        }
        case null, default -> {
          // no visit moves
        }
      }
    }
    return ids;
  }

  private static String load(LocalDate on, String inspector) {
    return RegisterView.Load.id(on.getYear(), inspector);
  }

  private static Set<String> subjects(List<Read> events) {
    Set<String> ids = new HashSet<>();
    for (Read event : events) {
      switch (event.draw()) {
        case DrawEvent.DrawExecuted executed when executed.salt() == null ->
            ids.addAll(executed.result().selected());
        case DrawEvent.DrawOpened opened -> ids.addAll(opened.teams().keySet());
        case DrawEvent.SubjectReplaced replaced -> {
          ids.add(replaced.subject());
          ids.add(replaced.alternate());
        }
        case DrawEvent.ReplacementUndone undone -> {
          ids.add(undone.subject());
          if (undone.alternate() != null) {
            ids.add(undone.alternate());
          }
        }
        case DrawEvent.DrawVoided voided when voided.teams() != null ->
            ids.addAll(voided.teams().keySet());
        case null, default -> {
          // nobody is drawn
        }
      }
    }
    return ids;
  }

  private void apply(Read event, Views views) {
    if (event.draw() != null) {
      draw(task(event.stream()), event.seq(), event.draw(), views);
    } else if (event.register() != null) {
      register(event.stream(), event.register(), views);
    }
  }

  private void register(String stream, RegisterEvent event, Views views) {
    switch (event) {
      case RegisterEvent.SubjectNoted(var subject) ->
          register.subjects.put(views, subject.id(), subject);
      case RegisterEvent.InspectorNoted(var inspector) ->
          register.inspectors.put(views, inspector.id(), inspector);
      case RegisterEvent.ItemNoted(var item) -> register.items.put(views, item.code(), item);
      case RegisterEvent.ItemReleaseNoted() ->
          register.items.update(
              views,
              stream.substring(DrawStreams.KNOWN_ITEM.length()),
              item -> new KnownItem(item.code(), item.name(), item.field(), false, item.key()));
    }
  }

  private void draw(String task, long seq, DrawEvent event, Views views) {
    switch (event) {
      case DrawEvent.FrameFrozen(FrozenFrame f) -> {
        draws.tasks.put(views, task, new DrawView.Latest(f.drawId()));
        draws.rows.put(
            views,
            f.drawId(),
            new Entry(
                f.drawId(),
                f.planId() + "-" + f.taskId(),
                f.round(),
                "FROZEN",
                f.lists().frame().size(),
                "",
                "",
                0,
                null,
                null));
      }
      case DrawEvent.DrawCommitted(var commit, var hash, var by) ->
          draws.rows.update(
              views, commit.drawId(), e -> committed(e, hash, commit.executeBy(), seq));
      case DrawEvent.DrawExecuted executed -> {
        String drawId = latest(task, views);
        draws.rows.update(
            views,
            drawId,
            e -> phase(e, executed.salt() == null ? "EXECUTED" : "SEALED", drawn(executed)));
        // Until a sealed draw is opened, not even caps and loads may tell who was drawn.
        if (executed.salt() == null) {
          visits(
              teams(executed),
              executed.result().drawn().isPresent(),
              drawId,
              executed.executedOn(),
              views);
        }
      }
      case DrawEvent.DrawOpened opened -> {
        String drawId = latest(task, views);
        draws.rows.update(views, drawId, e -> phase(e, "EXECUTED", e.drawn()));
        visits(opened.teams(), opened.subjectsDrawn(), drawId, opened.openedOn(), views);
      }
      case DrawEvent.DrawVoided voided -> {
        String drawId = voided.ofEarlier().orElseGet(() -> latest(task, views));
        draws.rows.update(views, drawId, e -> phase(e, "VOIDED", e.drawn()));
        if (voided.teams() != null && voided.executedOn() != null) {
          int year = voided.executedOn().getYear();
          voided
              .teams()
              .forEach((subject, team) -> {
                team.forEach(member -> moveLoad(year, member, -1, views));
                register.drawn.update(views, subject, d -> without(d, drawId));
              });
        }
      }
      case DrawEvent.DrawOverdue(var due) ->
          draws.rows.update(views, latest(task, views), e -> overdue(e, due));
      case DrawEvent.SubjectReplaced r -> {
        String drawId = r.ofEarlier().orElseGet(() -> latest(task, views));
        drawn(r.alternate(), drawId, r.on(), views);
        register.drawn.update(views, r.subject(), d -> without(d, drawId));
      }
      case DrawEvent.InspectorReplaced r -> {
        moveLoad(r.on().getYear(), r.inspector(), -1, views);
        moveLoad(r.on().getYear(), r.substitute(), 1, views);
      }
      case DrawEvent.ReplacementUndone u -> {
        if (u.alternate() == null) {
          u.substitutes().forEach(who -> moveLoad(u.on().getYear(), who, -1, views));
          u.members().forEach(who -> moveLoad(u.on().getYear(), who, 1, views));
        } else {
          String drawId = u.ofEarlier().orElseGet(() -> latest(task, views));
          drawn(u.subject(), drawId, u.on(), views);
          register.drawn.update(views, u.alternate(), k -> without(k, drawId));
        }
      }
      case DrawEvent.MemberRecused recused -> {
        // not shown here
      }
      case DrawEvent.KeepingRequested requested -> {
        // not shown here
      }
      case DrawEvent.MemberKept kept -> {
        // not shown here
      }
      case DrawEvent.WitnessNamed named -> {
        // not shown
      }
      case DrawEvent.WitnessReleased released -> {
        // not shown
      }
      case DrawEvent.WitnessCodeMissed missed -> {
        // not shown
      }
      case DrawEvent.ContributionPromised promised -> {
        // not shown
      }
      case DrawEvent.SecretDeposited laid -> {
        // not shown
      }
      case DrawEvent.DepositConfirmed confirmed -> {
        // not shown
      }
      case DrawEvent.ContributionRevealed revealed -> {
        // not shown
      }
      case DrawEvent.EntropyObserved observed -> {
        // not shown
      }
      case DrawEvent.VoidApproved approved -> {
        // not shown
      }
      case DrawEvent.ReplacementRequested requested -> {
        // not shown
      }
    }
  }

  private void drawn(String subject, String drawId, LocalDate on, Views views) {
    Map<String, LocalDate> days =
        new TreeMap<>(
            register.drawn.get(views, subject).map(RegisterView.DrawnOn::days).orElse(Map.of()));
    days.put(drawId, on);
    register.drawn.put(views, subject, new RegisterView.DrawnOn(subject, days));
  }

  private static RegisterView.DrawnOn without(RegisterView.DrawnOn drawn, String drawId) {
    Map<String, LocalDate> days = new TreeMap<>(drawn.days());
    days.remove(drawId);
    return new RegisterView.DrawnOn(drawn.subject(), days);
  }

  private void moveLoad(int year, String inspector, int more, Views views) {
    String id = RegisterView.Load.id(year, inspector);
    int before = register.loads.get(views, id).map(RegisterView.Load::visits).orElse(0);
    register.loads.put(
        views, id, new RegisterView.Load(year, inspector, Math.max(0, before + more)));
  }

  private static Entry committed(Entry e, String hash, String executeBy, long seq) {
    return new Entry(
        e.drawId(), e.task(), e.round(), "COMMITTED", e.frameSize(), hash, executeBy, 0, null, seq);
  }

  private static Entry overdue(Entry e, String due) {
    return new Entry(
        e.drawId(),
        e.task(),
        e.round(),
        e.phase(),
        e.frameSize(),
        e.commitHash(),
        e.executeBy(),
        e.drawn(),
        due,
        e.committedSeq());
  }

  /** The draw under way: the task's highest round. */
  private String latest(String task, Views views) {
    return draws.tasks.get(views, task).orElseThrow().drawId();
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
        drawn,
        e.overdueSince(),
        e.committedSeq());
  }

  private static Map<String, List<String>> teams(DrawEvent.DrawExecuted executed) {
    Map<String, List<String>> teams = new TreeMap<>();
    executed.result().selected().forEach(subject -> teams.put(subject, List.of()));
    for (DrawResult.Team team : executed.result().teams()) {
      teams.put(team.subject(), team.inspectors());
    }
    return teams;
  }

  /** Teams drawn again are for subjects who were drawn and counted in the round before. */
  private void visits(
      Map<String, List<String>> teams,
      boolean subjectsDrawn,
      String drawId,
      LocalDate on,
      Views views) {
    teams.forEach((subject, team) -> {
      team.forEach(member -> moveLoad(on.getYear(), member, 1, views));
      if (subjectsDrawn) {
        drawn(subject, drawId, on, views);
      }
    });
  }
}
