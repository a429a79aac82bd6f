package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.RecusalEntry;
import cn.doublerandom.draw.protocol.Utf8Order;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.Register;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The officers of the register on a day: who may be drawn, from whom they keep away, who may not.
 */
record OfficersOfTheDay(Register.Snapshot snapshot, LocalDate today) {
  List<KnownInspector> drawable() {
    return snapshot.inspectors().stream().filter(i -> i.mayBeDrawn(today)).toList();
  }

  /** Those who may be drawn, as they stand in frozen lists. */
  List<InspectorEntry> entries(int cap) {
    return drawable().stream().map(i -> entry(i, cap)).toList();
  }

  private InspectorEntry entry(KnownInspector inspector, int cap) {
    return new InspectorEntry(
        inspector.id(),
        inspector.tags().stream().sorted(Utf8Order.ASCENDING).toList(),
        snapshot.loads().getOrDefault(inspector.id(), 0),
        cap);
  }

  List<FrozenFrame.Unlisted> unlisted() {
    return snapshot.inspectors().stream()
        .flatMap(
            i -> i.obstacle(today).map(reason -> new FrozenFrame.Unlisted(i.id(), reason)).stream())
        .toList();
  }

  List<RecusalEntry> recusals(Predicate<String> subjects) {
    return drawable().stream().flatMap(i -> recusals(i, subjects)).toList();
  }

  private Stream<RecusalEntry> recusals(KnownInspector inspector, Predicate<String> subjects) {
    return inspector.recusals().stream()
        .filter(r -> subjects.test(r.subject()) && r.holds(today))
        .map(r -> new RecusalEntry(r.subject(), inspector.id(), r.reason()))
        // One conflict is enough, whatever else speaks against the two.
        .collect(Collectors.toMap(RecusalEntry::subject, r -> r, (a, b) -> a, LinkedHashMap::new))
        .values()
        .stream();
  }
}
