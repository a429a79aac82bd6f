package cn.doublerandom.draw.view;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.Deviation;
import cn.doublerandom.draw.drawing.Deviation.Kind;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DrawTerms;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.Officer;
import cn.doublerandom.draw.drawing.ReleaseEvent;
import cn.doublerandom.draw.drawing.ReplacementEvent;
import cn.doublerandom.draw.drawing.SuccessionWords;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.TermsWords;
import cn.doublerandom.draw.exclusion.ExclusionCommand;
import cn.doublerandom.draw.exclusion.ExclusionEvent;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.DeadlineCommand;
import cn.doublerandom.draw.plan.DeadlineEvent;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanDeadline;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.view.Documents;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Keeps a list of every departure from a plan or a rule (R31). */
@ApplicationScoped
class DeviationProjection implements Projection, Deviation.Directory {
  private final Documents<DeviationRow, Deviation> rows =
      new Documents<>(DeviationRow.class, "deviation_view", Deviation.class);
  private final PlanDeviations ofPlans;
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  private final CommandHandler<ExclusionCommand, ExclusionEvent, ExclusionList> exclusions;

  @Inject
  DeviationProjection(
      CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans,
      CommandHandler<DeadlineCommand, DeadlineEvent, Map<String, PlanDeadline.State>> deadlines,
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws,
      CommandHandler<ExclusionCommand, ExclusionEvent, ExclusionList> exclusions) {
    this.exclusions = exclusions;
    this.ofPlans = new PlanDeviations(plans, deadlines);
    this.draws = draws;
  }

  @Override
  public String name() {
    return "deviations";
  }

  /** 2: says of a replaced officer who went and who came. */
  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<String> tables() {
    return List.of(rows.table());
  }

  @Override
  public CompletionStage<List<Deviation>> page(String after, int limit) {
    return rows.page(after, limit);
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return Multi.createFrom()
        .iterable(entries)
        .onItem()
        .transformToUniAndConcatenate(entry -> deviations(entry, views.scope()))
        .invoke(found -> found.forEach(d -> rows.put(views, d.id(), d)))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<List<Deviation>> deviations(LedgerEntry entry, Scope scope) {
    return allSaid(entry.event(), scope)
        .map(all -> {
          LocalDate on = BusinessClock.day(Metadata.of(entry.event()).at());
          List<Deviation> found = new ArrayList<>();
          for (Said said : all) {
            String place = "%s-%012d".formatted(on, entry.seq());
            found.add(
                new Deviation(
                    found.isEmpty() ? place : place + "-" + found.size(),
                    said.kind(),
                    said.concerns(),
                    said.what(),
                    said.reason(),
                    said.by(),
                    on));
          }
          return found;
        });
  }

  /** Terms may depart in more ways than one; everything else in one. */
  private Uni<List<Said>> allSaid(StoredEvent event, Scope scope) {
    if (DrawStreams.TASK.has(event.stream())
        && draws.glance(event) instanceof DrawEvent.TermsApproved approved) {
      return draws
          .within(scope)
          .stateAt(event.stream(), event.version() - 1)
          .map(before -> before.current().map(frame -> ofTerms(frame, approved)).orElse(List.of()));
    }
    return said(event, scope).map(said -> said.stream().toList());
  }

  /** Slots that few fit, and a floor above the plan's own number: two agreed, everybody sees it. */
  private static List<Said> ofTerms(FrozenFrame frame, DrawEvent.TermsApproved approved) {
    DrawTerms terms = DrawTerms.of(frame, Optional.empty());
    List<String> by =
        Stream.concat(
                Optional.ofNullable(frame.frozenBy()).map(Officer::account).stream(),
                Stream.of(approved.by()))
            .toList();
    List<Said> said = new ArrayList<>();
    List<String> narrow = TermsWords.narrow(terms);
    if (!narrow.isEmpty()) {
      said.add(new Said(Kind.NARROW_SLOT, frame.drawId(), String.join("；", narrow), "", by));
    }
    if (terms.isAbovePlan()) {
      String floor = TermsWords.floor(terms);
      said.add(new Said(Kind.FLOOR_ABOVE_PLAN, frame.drawId(), floor, "", by));
    }
    return said;
  }

  private Uni<Optional<Said>> said(StoredEvent event, Scope scope) {
    if (DrawStreams.DEADLINE.has(event.stream())) {
      return Uni.createFrom().item(ofPlans.ofDeadline(event));
    } else if (DrawStreams.PLAN.has(event.stream())) {
      return ofPlans.ofPlan(event, scope);
    } else if (DrawStreams.EXCLUSIONS.has(event.stream())) {
      return Uni.createFrom().item(ofExclusion(event));
    } else if (DrawStreams.TASK.has(event.stream())) {
      return ofDraw(event, scope);
    }
    return Uni.createFrom().item(Optional.empty());
  }

  private Optional<Said> ofExclusion(StoredEvent event) {
    return switch (exclusions.decode(event)) {
      case ExclusionEvent.ExclusionRequested requested -> Optional.empty();
      case ExclusionEvent.ExclusionWithdrawn withdrawn -> Optional.empty();
      case ExclusionEvent.ExclusionDeclined declined -> Optional.empty();
      case ExclusionEvent.ExclusionsClosed closed -> Optional.empty();
      case ExclusionEvent.ExclusionApproved approved ->
          Optional.of(
              new Said(
                  Kind.EXCLUDED_BY_HAND,
                  DrawStreams.EXCLUSIONS.id(event.stream()),
                  approved.exclusion().subject(),
                  approved.exclusion().reason() + "；依据：" + approved.exclusion().evidence(),
                  List.of(approved.requestedBy(), approved.approvedBy())));
    };
  }

  private Uni<Optional<Said>> ofDraw(StoredEvent event, Scope scope) {
    DrawEvent happened = draws.glance(event);
    return happened instanceof DrawEvent.FrameFrozen(FrozenFrame frame)
        ? Uni.createFrom()
            .item(
                Optional.ofNullable(frame.continues())
                    .map(first -> Said.noted(Kind.TEAMS_REDRAWN, frame.drawId(), "")))
        : ofDraw(happened)
            .map(said -> about(event, scope, happened, said))
            .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private static Optional<Said> ofDraw(DrawEvent happened) {
    return switch (happened) {
      case DrawEvent.DrawOverdue(var due) -> said(Kind.DRAW_OVERDUE, due, "");
      case DrawEvent.DrawVoided v ->
          said(Kind.DRAW_VOIDED, "", v.reason(), v.requestedBy(), v.approvedBy());
      case ReplacementEvent.SubjectReplaced r ->
          said(
              Kind.SUBJECT_REPLACED,
              r.subject(),
              r.reason() + SuccessionWords.of(r),
              r.requestedBy(),
              r.approvedBy());
      case ReplacementEvent.InspectorReplaced r ->
          said(
              Kind.INSPECTOR_REPLACED,
              "%s %s→%s".formatted(r.subject(), r.inspector(), r.substitute()),
              r.reason() + SuccessionWords.of(r),
              r.requestedBy(),
              r.approvedBy());
      case ReplacementEvent.ReplacementUndone u ->
          said(Kind.REPLACEMENT_UNDONE, u.subject(), u.why());
      case ReplacementEvent.MemberKept k ->
          said(
              Kind.MEMBER_KEPT,
              k.subject() + " " + k.inspector(),
              k.reason(),
              k.requestedBy(),
              k.approvedBy());
      case DrawEvent.FrameFrozen frozen -> Optional.empty();
      case ReplacementEvent.MemberRecused other -> Optional.empty();
      case ReplacementEvent.KeepingRequested other -> Optional.empty();
      case ReplacementEvent.ReplacementSettled other -> Optional.empty();
      case ReplacementEvent.ReplacementEnded other -> Optional.empty();
      case ReplacementEvent.HandoverRefused other -> Optional.empty();
      case DrawEvent.TermsApproved other -> Optional.empty();
      case DrawEvent.WitnessNamed other -> Optional.empty();
      case DrawEvent.WitnessReleased other -> Optional.empty();
      case ReleaseEvent other -> Optional.empty();
      case DrawEvent.WitnessCodeMissed other -> Optional.empty();
      case DrawEvent.ContributionPromised other -> Optional.empty();
      case DrawEvent.SecretDeposited other -> Optional.empty();
      case DrawEvent.DepositConfirmed other -> Optional.empty();
      case DrawEvent.DrawCommitted other -> Optional.empty();
      case DrawEvent.ContributionRevealed other -> Optional.empty();
      case DrawEvent.EntropyObserved other -> Optional.empty();
      case DrawEvent.DrawExecuted other -> Optional.empty();
      case DrawEvent.DrawOpened other -> Optional.empty();
      case DrawEvent.VoidApproved other -> Optional.empty();
      case DrawEvent.VoidEnded other -> Optional.empty();
      case ReplacementEvent.ReplacementRequested other -> Optional.empty();
    };
  }

  /** Which draw it concerns is said when that is known. */
  private static Optional<Said> said(Kind kind, String what, String reason, String... by) {
    return Optional.of(new Said(kind, "", what, reason, List.of(by)));
  }

  /** Of the draw it names, else of the one that was under way right before. */
  private Uni<Optional<Said>> about(StoredEvent event, Scope scope, DrawEvent happened, Said said) {
    return draws
        .within(scope)
        .stateAt(event.stream(), event.version() - 1)
        .map(before ->
            happened
                .ofEarlier()
                .or(() -> before.current().map(FrozenFrame::drawId))
                .map(said::about));
  }
}
