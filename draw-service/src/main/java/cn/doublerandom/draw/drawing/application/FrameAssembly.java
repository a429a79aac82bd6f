package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.drawing.Combination;
import cn.doublerandom.draw.drawing.CombinedDraw;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.Excluded;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.Officer;
import cn.doublerandom.draw.drawing.QuotaRates;
import cn.doublerandom.draw.drawing.Rates;
import cn.doublerandom.draw.drawing.RecusedFrom;
import cn.doublerandom.draw.drawing.Upcoming;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanChecks;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.programme.Programme;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.Utf8Order;
import cn.doublerandom.draw.reading.Share;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects the facts a freeze is about from what the draw knows of the registry as of today. Who
 * has left the register (CANCELLED, MOVED_OUT) is out of scope; who may not be drawn stays in the
 * frame with the reason.
 */
public record FrameAssembly(Register.Snapshot snapshot, RuleBook rules, LocalDate today) {
  /** What is drawn: the frame, packed, its rates, and who shares in them where several tasks do. */
  private record Drawing(
      List<FrameEntry> frame, List<Commit.Stratum> strata, Optional<CombinedDraw> combined) {}

  /**
   * @param plan has the task, with its scope
   */
  DrawCommand.FreezeFrame command(
      BureauKey bureau,
      PlanTask task,
      AnnualPlan plan,
      Optional<Programme.Published> published,
      FreezeWishes freeze,
      List<ExclusionList.Entry> approved,
      Officer by,
      @Nullable Long registerSeq) {
    PlanContent content = plan.says().orElseThrow();
    List<Combination.Partner> partners =
        VisitedItems.narrow(partners(task, content), snapshot.items(), published);
    Exclusions exclusions = Exclusions.of(freeze, approved, rules, snapshot, today);
    List<KnownInspector> drawable = drawable();
    Drawing drawing = drawing(partners, members(partners, exclusions), drawable.size());
    return new DrawCommand.FreezeFrame(
        bureau.text(),
        task,
        FreezeFacts.window(partners.stream().map(Combination.Partner::task).toList()),
        plan.isPublished(),
        published.map(Programme.Published::programme).map(FrozenFrame.Programme::of),
        rules.inForce(today),
        rules.teamSize(today),
        new Rates(drawing.strata, floor(freeze.floor(), drawing.frame)),
        new FrozenLists(
            drawing.frame,
            officers().entries(freeze.cap()),
            officers().recusals(FrozenLists.inFrame(drawing.frame))),
        partners.stream()
            .flatMap(p -> p.items().stream())
            .distinct()
            .sorted(VisitedItems.BY_CODE)
            .toList(),
        freeze.slots().stream().map(s -> s.stream().sorted(Utf8Order.ASCENDING).toList()).toList(),
        freeze.alternates(),
        officers().unlisted(),
        drawing.combined,
        excluded(exclusions, drawing.frame),
        Upcoming.of(drawing.frame, snapshot.subjects()),
        FrozenFrame.Named.of(drawing.frame, snapshot.subjects()),
        RecusedFrom.of(drawing.frame, drawable, today),
        FrozenFrame.Limits.of(freeze.annualCap(), freeze.minimumIntervalDays()),
        by,
        today,
        registerSeq);
  }

  /** Inspectors and recusals once more, for the known selection of an infeasible draw. */
  DrawCommand.FreezeTeams teams(
      String drawId,
      boolean inWindow,
      Set<String> selected,
      int cap,
      Officer by,
      long registerSeq) {
    return new DrawCommand.FreezeTeams(
        drawId,
        inWindow,
        rules.inForce(today),
        new FrozenLists(
            List.of(), officers().entries(cap), officers().recusals(selected::contains)),
        officers().unlisted(),
        by,
        today,
        registerSeq);
  }

  /**
   * How many visits the tasks of a combination need together; absent as long as a number or a
   * subject's class is missing.
   */
  Optional<PlanChecks.Together> together(PlanTask lead, PlanContent content) {
    List<Combination.Partner> partners = partners(lead, content);
    List<Combination.Member> members;
    try {
      members = members(partners, exclusions());
    } catch (ProblemException missingClass) {
      return Optional.empty();
    }
    return switch (Combination.of(partners, members, drawable().size())) {
      case Combination.Answer.Of(var draw, var strata, var frame) ->
          Optional.of(
              new PlanChecks.Together(draw.visitsTogether(), members.size(), enterprises(members)));
      case Combination.Answer.None none -> Optional.empty();
    };
  }

  private int enterprises(List<Combination.Member> members) {
    Set<String> ids = members.stream().map(Combination.Member::subject).collect(Collectors.toSet());
    return (int)
        snapshot.subjects().stream()
            .filter(s -> s.kind().equals("ENTERPRISE") && ids.contains(s.id()))
            .count();
  }

  /** The task, and those the plan draws together with it. */
  private List<Combination.Partner> partners(PlanTask task, PlanContent content) {
    List<Combination.Partner> partners = new ArrayList<>();
    partners.add(partner(task, content));
    content
        .combinations()
        .getOrDefault(task.key(), List.of())
        .forEach(other ->
            partners.add(
                partner(
                    content.find(other).orElseThrow(() -> FreezeFacts.unknownTask(other)),
                    content)));
    return partners;
  }

  /** A task with its scope, its number and the claimed items of its fields. */
  Combination.Partner partner(PlanTask task, PlanContent content) {
    TaskScope scope =
        Optional.ofNullable(content.scopes().get(task.key()))
            .orElseThrow(() -> new ProblemException(PlanRejection.TASK_SCOPE_MISSING));
    return new Combination.Partner(
        task,
        scope,
        content.quota(task),
        VisitedItems.of(scope, snapshot.items(), KnownItem::claimed));
  }

  /** Everybody in scope of at least one of the tasks. */
  List<Combination.Member> members(List<Combination.Partner> partners, Exclusions exclusions) {
    // A million subjects are in a handful of classes: each of these maps is kept once.
    Map<Map<String, String>, Map<String, String>> known = new HashMap<>();
    return snapshot.subjects().stream()
        .filter(KnownSubject::standsInFrames)
        .map(s ->
            new Combination.Member(
                s.id(),
                exclusions.reason(s),
                known.computeIfAbsent(classes(s, partners), classes -> classes)))
        .filter(m -> !m.classes().isEmpty())
        .toList();
  }

  private static Map<String, String> classes(
      KnownSubject subject, List<Combination.Partner> partners) {
    Map<String, String> classes = new HashMap<>();
    for (Combination.Partner partner : partners) {
      if (partner.scope().covers(subject.kind(), subject.labels())) {
        stratum(subject, partner).ifPresent(s -> classes.put(partner.key(), s));
      }
    }
    return Map.copyOf(classes);
  }

  private static Optional<String> stratum(KnownSubject subject, Combination.Partner partner) {
    return switch (QuotaRates.place(
        partner.quota(), Optional.ofNullable(subject.creditRiskClass()), subject.labels())) {
      case QuotaRates.Placed.In(var stratum) -> Optional.of(stratum);
      case QuotaRates.Placed.Outside outside -> Optional.empty();
      case QuotaRates.Placed.Unknown(var reason) ->
          throw new ProblemException(reason, List.of(), Map.of("subject", subject.id()));
    };
  }

  private static Drawing drawing(
      List<Combination.Partner> partners, List<Combination.Member> members, int inspectors) {
    if (partners.size() > 1) {
      return switch (Combination.of(partners, members, inspectors)) {
        case Combination.Answer.Of(var draw, var strata, var frame) ->
            new Drawing(FrozenLists.packed(frame), strata, Optional.of(draw));
        case Combination.Answer.None(var reason, var task) ->
            throw new ProblemException(reason, List.of(), Map.of("task", task));
      };
    }
    Combination.Partner alone = partners.getFirst();
    List<FrameEntry> frame = FrozenLists.packed(Combination.frameOf(alone.key(), members));
    return switch (QuotaRates.of(alone.quota(), frame.size(), inspectors)) {
      case QuotaRates.Answer.Of(var strata) -> new Drawing(frame, strata, Optional.empty());
      case QuotaRates.Answer.None(var reason) -> throw new ProblemException(reason);
    };
  }

  /** Why those of the frame who may not be drawn may not, in words. */
  private List<Excluded> excluded(Exclusions exclusions, List<FrameEntry> frame) {
    Set<String> out =
        frame.stream()
            .filter(e -> e.excluded() != null)
            .map(FrameEntry::id)
            .collect(Collectors.toSet());
    return snapshot.subjects().stream()
        .filter(s -> out.contains(s.id()))
        .flatMap(s -> exclusions.excluded(s).stream())
        .sorted(Comparator.comparing(Excluded::subject))
        .toList();
  }

  /** The legal least, less what of this frame was drawn this year already (R8). */
  private Optional<Commit.Floor> floor(Optional<Share> floor, List<FrameEntry> frame) {
    return floor.map(share -> new Commit.Floor(share.num(), share.den(), covered(frame)));
  }

  private int covered(List<FrameEntry> frame) {
    return (int)
        frame.stream()
            .filter(e -> {
              Register.Drawn drawn = snapshot.drawn().get(e.id());
              return drawn != null && drawn.thisYear() > 0;
            })
            .count();
  }

  /** What the rule packs alone exclude. */
  Exclusions exclusions() {
    return Exclusions.of(rules, snapshot, today);
  }

  List<KnownInspector> drawable() {
    return officers().drawable();
  }

  private OfficersOfTheDay officers() {
    return new OfficersOfTheDay(snapshot, today);
  }
}
