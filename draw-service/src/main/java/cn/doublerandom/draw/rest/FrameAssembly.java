package cn.doublerandom.draw.rest;

import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.QuotaRates;
import cn.doublerandom.draw.drawing.Rates;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.RecusalEntry;
import cn.doublerandom.draw.protocol.Utf8Order;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rules.RuleBook;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects the facts a freeze is about from what the draw knows of the registry. Who has left the
 * register (CANCELLED, MOVED_OUT) is out of scope; who may not be drawn stays in the frame with the
 * reason: suspended, named by the office, at the annual cap, inspected within the interval (R36).
 */
final class FrameAssembly {
  private final TaskScope scope;
  private final Quota quota;
  private final Register.Snapshot snapshot;
  private final RuleBook rules;
  private final LocalDate today;
  private Optional<Integer> annualCap = Optional.empty();
  private Optional<Integer> minimumInterval = Optional.empty();

  FrameAssembly(
      TaskScope scope, Quota quota, Register.Snapshot snapshot, RuleBook rules, LocalDate today) {
    this.scope = scope;
    this.quota = quota;
    this.snapshot = snapshot;
    this.rules = rules;
    this.today = today;
  }

  DrawCommand.FreezeFrame command(
      String region,
      PlanTask task,
      boolean planPublished,
      boolean programmePublished,
      DrawRequests.Freeze freeze) {
    // What a rule pack says binds; where it leaves the number to the office, the office says it.
    annualCap = rules.annualCap(today).or(() -> Optional.ofNullable(freeze.annualCap()));
    minimumInterval =
        rules.minimumInterval(today).or(() -> Optional.ofNullable(freeze.minimumIntervalDays()));
    List<FrameEntry> frame = frame(named(freeze.exclusions()));
    List<KnownInspector> drawable = drawable();
    return new DrawCommand.FreezeFrame(
        region,
        task,
        planPublished,
        programmePublished,
        rules.inForce(today),
        rules.teamSize(today),
        new Rates(strata(frame.size(), drawable.size()), floor(freeze.floor(), frame)),
        new FrozenLists(
            frame,
            drawable.stream().map(i -> entry(i, freeze.cap())).toList(),
            recusals(drawable, frame.stream().map(FrameEntry::id).collect(Collectors.toSet()))),
        items(),
        freeze.slots().stream().map(s -> s.stream().sorted(Utf8Order.ASCENDING).toList()).toList(),
        freeze.alternates(),
        unlisted(),
        today);
  }

  /** Inspectors and recusals once more, for the known selection of an infeasible draw. */
  static DrawCommand.FreezeTeams teams(
      String drawId,
      Register.Snapshot snapshot,
      RuleBook rules,
      LocalDate today,
      Set<String> selected,
      int cap) {
    var assembly =
        new FrameAssembly(
            new TaskScope("", List.of(), List.of()),
            new Quota.Unspecified(),
            snapshot,
            rules,
            today);
    List<KnownInspector> drawable = assembly.drawable();
    return new DrawCommand.FreezeTeams(
        drawId,
        rules.inForce(today),
        new FrozenLists(
            List.of(),
            drawable.stream().map(i -> assembly.entry(i, cap)).toList(),
            assembly.recusals(drawable, selected)),
        assembly.unlisted(),
        today);
  }

  private List<Commit.Stratum> strata(int frameSize, int inspectors) {
    return switch (QuotaRates.of(quota, frameSize, inspectors)) {
      case QuotaRates.Answer.Of(var strata) -> strata;
      case QuotaRates.Answer.None(var reason) -> throw new ProblemException(reason);
    };
  }

  private Map<String, String> named(@Nullable List<DrawRequests.Exclusion> exclusions) {
    Map<String, String> named = new HashMap<>();
    if (exclusions != null) {
      exclusions.forEach(e -> named.put(e.subject(), e.reason()));
    }
    return named;
  }

  private List<FrameEntry> frame(Map<String, String> named) {
    List<FrameEntry> frame =
        snapshot.subjects().stream()
            .filter(s -> scope.covers(s.kind(), s.labels()))
            .flatMap(s -> entry(s, named).stream())
            .toList();
    Set<String> inFrame = frame.stream().map(FrameEntry::id).collect(Collectors.toSet());
    named.keySet().stream()
        .filter(subject -> !inFrame.contains(subject))
        .findFirst()
        .ifPresent(subject -> {
          throw new ProblemException(
              DrawRejection.SUBJECT_OUT_OF_SCOPE,
              List.of(
                  new Problem.FieldError(
                      "exclusions", null, "subject-out-of-scope", "不在范围内：" + subject)),
              Map.of("subject", subject));
        });
    return frame;
  }

  private Optional<FrameEntry> entry(KnownSubject subject, Map<String, String> named) {
    if (!subject.status().equals("ACTIVE") && !subject.status().equals("SUSPENDED")) {
      return Optional.empty();
    }
    return switch (QuotaRates.place(
        quota, Optional.ofNullable(subject.creditRiskClass()), subject.labels())) {
      case QuotaRates.Placed.In(var stratum) ->
          Optional.of(new FrameEntry(subject.id(), stratum, exclusion(subject, named)));
      case QuotaRates.Placed.Outside outside -> Optional.empty();
      case QuotaRates.Placed.Unknown(var reason) ->
          throw new ProblemException(reason, List.of(), Map.of("subject", subject.id()));
    };
  }

  private @Nullable String exclusion(KnownSubject subject, Map<String, String> named) {
    if (subject.status().equals("SUSPENDED")) {
      return "SUSPENDED";
    } else if (named.containsKey(subject.id())) {
      return named.get(subject.id());
    }
    Register.Drawn drawn = snapshot.drawn().get(subject.id());
    if (drawn == null) {
      return null;
    } else if (annualCap.filter(cap -> drawn.thisYear() >= cap).isPresent()) {
      return "CAP_REACHED";
    }
    return minimumInterval
        .filter(days -> drawn.last().plusDays(days).isAfter(today))
        .map(days -> "RECENTLY_INSPECTED")
        .orElse(null);
  }

  /** The legal least, less what of this frame was drawn this year already (R8). */
  private Optional<Commit.Floor> floor(@Nullable String floor, List<FrameEntry> frame) {
    if (floor == null) {
      return Optional.empty();
    }
    Share share = DrawRequests.share(floor);
    int covered =
        (int)
            frame.stream()
                .filter(e -> {
                  Register.Drawn drawn = snapshot.drawn().get(e.id());
                  return drawn != null && drawn.thisYear() > 0;
                })
                .count();
    return Optional.of(new Commit.Floor(share.num(), share.den(), covered));
  }

  private List<KnownInspector> drawable() {
    return snapshot.inspectors().stream().filter(i -> i.mayBeDrawn(today)).toList();
  }

  private List<FrozenFrame.Unlisted> unlisted() {
    return snapshot.inspectors().stream()
        .flatMap(
            i -> i.obstacle(today).map(reason -> new FrozenFrame.Unlisted(i.id(), reason)).stream())
        .toList();
  }

  private List<RecusalEntry> recusals(List<KnownInspector> drawable, Set<String> subjects) {
    return drawable.stream()
        .flatMap(i ->
            i.recusals().stream()
                .filter(r -> subjects.contains(r.subject()) && r.holds(today))
                .map(r -> new RecusalEntry(r.subject(), i.id(), r.reason()))
                // One conflict is enough, whatever else speaks against the two.
                .collect(
                    Collectors.toMap(
                        RecusalEntry::subject, r -> r, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream())
        .toList();
  }

  private InspectorEntry entry(KnownInspector inspector, int cap) {
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
