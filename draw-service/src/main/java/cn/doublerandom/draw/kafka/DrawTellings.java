package cn.doublerandom.draw.kafka;

import cn.doublerandom.contracts.DrawCommitted;
import cn.doublerandom.contracts.DrawExecuted;
import cn.doublerandom.contracts.DrawOpened;
import cn.doublerandom.contracts.DrawSealed;
import cn.doublerandom.contracts.DrawVoided;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.MemberRecused;
import cn.doublerandom.contracts.SubjectReplacementUndone;
import cn.doublerandom.contracts.TeamChanged;
import cn.doublerandom.draw.drawing.Chance;
import cn.doublerandom.draw.drawing.CombinedDraw;
import cn.doublerandom.draw.drawing.DrawTerms;
import cn.doublerandom.draw.drawing.Excluded;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.LateRecusal;
import cn.doublerandom.draw.drawing.PassedOver;
import cn.doublerandom.draw.drawing.ReplacementEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What others are told of a draw at each of its steps. */
final class DrawTellings {
  private DrawTellings() {}

  /** Of a ceremony whose witnesses promised themselves. */
  static @Nullable List<DrawCommitted.Witness> witnesses(TaskDraws after) {
    return after instanceof TaskDraws.Committed draw
            && draw.commit().entropy() instanceof Entropy.CeremonyPromise
            && !draw.preparation().witnesses().isEmpty()
        ? draw.preparation().promised().stream()
            .map(w ->
                new DrawCommitted.Witness(
                    w.name(), w.kind().name(), w.promised().orElseThrow().pseudonym()))
            .toList()
        : null;
  }

  static @Nullable List<DrawCommitted.Excluded> excludedByHand(FrozenFrame frame) {
    List<DrawCommitted.Excluded> byHand =
        Objects.requireNonNullElse(frame.excluded(), List.<Excluded>of()).stream()
            .filter(Excluded::byHand)
            .map(e ->
                new DrawCommitted.Excluded(
                    e.subject(), e.text(), frame.named(e.subject()).orElse(null)))
            .toList();
    return byHand.isEmpty() ? null : byHand;
  }

  /** What was chosen for the draw, where a second person agreed to it. */
  static Optional<DrawTerms> terms(TaskDraws after) {
    return after instanceof TaskDraws.Committed draw && draw.preparation().terms().isPresent()
        ? Optional.of(DrawTerms.of(draw.frame(), draw.preparation().terms()))
        : Optional.empty();
  }

  static IntegrationEvent executed(
      TaskDraws.Executed draw, DrawExecuted.@Nullable Programme programme) {
    return new DrawExecuted(
        draw.frame().drawId(),
        draw.frame().planId(),
        draw.frame().taskId(),
        draw.frame().round(),
        draw.commitHash(),
        draw.resultHash(),
        draw.frame().lists().frame().size(),
        draw.result().selected(),
        teams(draw),
        items(draw),
        draw.frame().checkFrom(),
        draw.frame().checkTo(),
        draw.executedOn(),
        programme,
        Chance.restsOn(draw),
        names(draw),
        parentOf(draw),
        Chance.inEnglish(draw));
  }

  static IntegrationEvent sealed(TaskDraws.Sealed sealed) {
    TaskDraws.Executed draw = sealed.draw();
    return new DrawSealed(
        draw.frame().drawId(),
        draw.frame().planId(),
        draw.frame().taskId(),
        draw.frame().round(),
        draw.commitHash(),
        sealed.sealedHash(),
        draw.frame().lists().frame().size(),
        draw.result().drawn().map(DrawResult.Drawn::allocation).orElse(List.of()).stream()
            .map(a ->
                new DrawSealed.Allocated(
                    a.stratum(), a.inScope(), a.eligible(), a.expected(), a.drawn()))
            .toList(),
        draw.commit().seal().orElseThrow().openBy(),
        draw.executedOn());
  }

  static IntegrationEvent opened(
      TaskDraws.Executed draw, LocalDate openedOn, DrawExecuted.@Nullable Programme programme) {
    return new DrawOpened(
        draw.frame().drawId(),
        draw.frame().planId(),
        draw.frame().taskId(),
        draw.frame().round(),
        draw.commitHash(),
        draw.resultHash(),
        draw.salt().orElseThrow(),
        draw.frame().lists().frame().size(),
        draw.result().selected(),
        teams(draw),
        items(draw),
        draw.frame().checkFrom(),
        draw.frame().checkTo(),
        openedOn,
        programme,
        Chance.restsOn(draw),
        names(draw),
        parentOf(draw),
        Chance.inEnglish(draw));
  }

  /** The infeasible draw whose teams this one drew again, if so. */
  static @Nullable String parentOf(TaskDraws.Executed draw) {
    return draw.parent().map(parent -> parent.frame().drawId()).orElse(null);
  }

  /**
   * Whose place others had taken where only teams were drawn: the draw they were for names them.
   */
  static @Nullable List<DrawVoided.Replaced> replaced(TaskDraws.Executed draw) {
    Map<String, String> places = draw.roster().places();
    return places.isEmpty() || draw.parent().isEmpty()
        ? null
        : places.entrySet().stream()
            .map(place -> new DrawVoided.Replaced(place.getValue(), place.getKey()))
            .sorted(
                Comparator.comparing(DrawVoided.Replaced::subject)
                    .thenComparing(DrawVoided.Replaced::alternate))
            .toList();
  }

  private static @Nullable List<DrawExecuted.Named> names(TaskDraws.Executed draw) {
    List<FrozenFrame.Named> frozen = draw.frame().named(draw.result().selected());
    return frozen == null
        ? null
        : frozen.stream().map(n -> new DrawExecuted.Named(n.subject(), n.name())).toList();
  }

  /**
   * Why a team changed.
   *
   * @param replaces the subject no longer visited; absent where only the team changed
   * @param registered its status in the register; absent as well, and of old
   * @param passed alternates that were passed over; absent as well
   */
  record Why(
      String reason,
      LocalDate on,
      @Nullable String replaces,
      @Nullable String registered,
      @Nullable List<PassedOver> passed) {
    static Why of(ReplacementEvent.SubjectReplaced r) {
      return new Why(r.reason(), r.on(), r.subject(), r.registered(), r.passed());
    }

    /** Who is on leave or without a certificate is nobody else's business. */
    static Why of(ReplacementEvent.InspectorReplaced r) {
      return new Why(r.reason(), r.on(), null, null, null);
    }

    private @Nullable List<TeamChanged.Passed> told() {
      return passed == null
          ? null
          : passed.stream().map(p -> new TeamChanged.Passed(p.id(), p.reason())).toList();
    }
  }

  static IntegrationEvent changed(
      TaskDraws.Executed draw,
      String subject,
      List<String> inspectors,
      Why why,
      DrawExecuted.@Nullable Programme programme) {
    return new TeamChanged(
        draw.frame().drawId(),
        draw.frame().planId(),
        draw.frame().taskId(),
        subject,
        inspectors,
        items(draw, subject),
        draw.frame().checkFrom(),
        draw.frame().checkTo(),
        why.reason(),
        why.on(),
        why.replaces(),
        programme,
        draw.frame().lists().units(inspectors),
        draw.frame().named(subject).orElse(null),
        why.registered(),
        why.told());
  }

  static List<DrawExecuted.Team> teams(TaskDraws.Executed draw) {
    Map<String, List<String>> items = CombinedDraw.items(draw);
    Function<Collection<String>, List<String>> units = draw.frame().lists().units();
    Map<String, List<DrawExecuted.Recused>> recused = recused(draw);
    return draw.result().teams().stream()
        .map(t ->
            new DrawExecuted.Team(
                t.subject(),
                t.inspectors(),
                items.get(t.subject()),
                units.apply(t.inspectors()),
                recused.get(t.subject())))
        .toList();
  }

  /** Who of a team has to be replaced already, by subject. */
  private static Map<String, List<DrawExecuted.Recused>> recused(TaskDraws.Executed draw) {
    return draw.roster().due().stream()
        .collect(
            Collectors.groupingBy(
                LateRecusal::subject,
                Collectors.mapping(
                    late ->
                        new DrawExecuted.Recused(late.inspector(), late.reason(), late.holdsFrom()),
                    Collectors.toList())));
  }

  /**
   * A recusal that came after the draw, where the member serves there; of a sealed draw nothing
   * leaves before it is opened.
   */
  static Optional<IntegrationEvent> recused(
      TaskDraws.Executed draw, ReplacementEvent.MemberRecused recused) {
    return draw.roster().due().stream()
        .filter(late -> late.isOf(recused.subject(), recused.inspector()))
        .findFirst()
        .map(late ->
            new MemberRecused(
                draw.frame().drawId(),
                late.subject(),
                late.inspector(),
                late.reason(),
                late.from(),
                late.on(),
                null));
  }

  /** Of a member's change the visit itself told everybody. */
  static Optional<IntegrationEvent> undone(
      TaskDraws.Executed draw, ReplacementEvent.ReplacementUndone undone) {
    return Optional.ofNullable(undone.alternate())
        .map(alternate ->
            new SubjectReplacementUndone(
                draw.frame().drawId(), undone.subject(), alternate, undone.why(), undone.on()));
  }

  static IntegrationEvent kept(TaskDraws.Executed draw, ReplacementEvent.MemberKept kept) {
    return new MemberRecused(
        draw.frame().drawId(),
        kept.subject(),
        kept.inspector(),
        draw.roster().reasonFor(kept.subject(), kept.inspector()),
        null,
        kept.on(),
        true);
  }

  /** What is inspected at one subject; an alternate is visited for what was drawn in its place. */
  static List<DrawExecuted.Item> items(TaskDraws.Executed draw, String subject) {
    List<String> codes = CombinedDraw.items(draw).get(draw.roster().drawnAs(subject));
    return items(draw).stream().filter(i -> codes == null || codes.contains(i.code())).toList();
  }

  static List<DrawExecuted.Item> items(TaskDraws.Executed draw) {
    return draw.frame().items().stream()
        .map(i -> new DrawExecuted.Item(i.code(), i.name()))
        .toList();
  }
}
