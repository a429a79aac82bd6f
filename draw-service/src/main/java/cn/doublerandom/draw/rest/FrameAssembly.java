package cn.doublerandom.draw.rest;

import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.RecusalEntry;
import cn.doublerandom.draw.protocol.Utf8Order;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.servicekit.rules.RuleBook;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects the facts a freeze is about from what the draw knows of the registry. Who has left the
 * register (CANCELLED, MOVED_OUT) is out of scope; who is SUSPENDED stays in the frame, excluded.
 */
final class FrameAssembly {
  private static final String STRATUM = "ALL";

  private final TaskScope scope;
  private final Register.Snapshot snapshot;
  private final LocalDate today;
  private final int cap;

  FrameAssembly(TaskScope scope, Register.Snapshot snapshot, LocalDate today, int cap) {
    this.scope = scope;
    this.snapshot = snapshot;
    this.today = today;
    this.cap = cap;
  }

  DrawCommand.FreezeFrame command(
      String region,
      PlanTask task,
      boolean planPublished,
      RuleBook rules,
      DrawRequests.Freeze freeze) {
    return new DrawCommand.FreezeFrame(
        region,
        task,
        planPublished,
        rules.inForce(today),
        rules.teamSize(today),
        lists(),
        items(),
        freeze.slots().stream().map(s -> s.stream().sorted(Utf8Order.ASCENDING).toList()).toList(),
        freeze.alternates(),
        today);
  }

  private FrozenLists lists() {
    List<FrameEntry> frame =
        snapshot.subjects().stream()
            .filter(s -> scope.covers(s.kind(), s.labels()))
            .flatMap(s -> entry(s).stream())
            .toList();
    List<KnownInspector> drawable =
        snapshot.inspectors().stream().filter(i -> i.mayBeDrawn(today)).toList();
    Set<String> inFrame = frame.stream().map(FrameEntry::id).collect(Collectors.toSet());
    List<RecusalEntry> recusals =
        drawable.stream()
            .flatMap(i ->
                i.recusals().stream()
                    .filter(r -> inFrame.contains(r.subject()) && r.holds(today))
                    .map(r -> new RecusalEntry(r.subject(), i.id(), r.reason()))
                    // One conflict is enough, whatever else speaks against the two.
                    .collect(
                        Collectors.toMap(
                            RecusalEntry::subject, r -> r, (a, b) -> a, LinkedHashMap::new))
                    .values()
                    .stream())
            .toList();
    return new FrozenLists(frame, drawable.stream().map(this::entry).toList(), recusals);
  }

  private static Optional<FrameEntry> entry(KnownSubject subject) {
    return switch (subject.status()) {
      case "ACTIVE" -> Optional.of(new FrameEntry(subject.id(), STRATUM));
      case "SUSPENDED" -> Optional.of(new FrameEntry(subject.id(), STRATUM, "SUSPENDED"));
      default -> Optional.empty();
    };
  }

  private InspectorEntry entry(KnownInspector inspector) {
    return new InspectorEntry(
        inspector.id(),
        inspector.tags().stream().sorted(Utf8Order.ASCENDING).toList(),
        snapshot.loads().getOrDefault(inspector.id(), 0),
        cap);
  }

  private List<FrozenFrame.Item> items() {
    return snapshot.items().stream()
        .filter(i -> i.claimed() && scope.itemFields().contains(i.field()))
        .sorted(Comparator.comparing(KnownItem::code))
        .map(i -> new FrozenFrame.Item(i.code(), i.name()))
        .toList();
  }
}
