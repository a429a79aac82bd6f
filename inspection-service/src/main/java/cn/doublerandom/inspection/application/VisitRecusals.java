package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.Beside;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.preparation.Preparation;
import cn.doublerandom.inspection.preparation.PreparationCommand;
import cn.doublerandom.inspection.preparation.PreparationEvent;
import cn.doublerandom.inspection.visit.AssistanceCommand;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;

/** 回避 before a visit: declared by an officer, asked for by the firm, decided by somebody else. */
@ApplicationScoped
public class VisitRecusals {
  private final Preparations preparations;
  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  private final PhoneSettlement phones;

  @Inject
  VisitRecusals(
      Preparations preparations,
      CommandHandler<VisitCommand, VisitEvent, Visit> visits,
      PhoneSettlement phones) {
    this.phones = phones;
    this.preparations = preparations;
    this.visits = visits;
  }

  /** An officer declares that he may not serve. */
  public Uni<Handled<PreparationEvent, Preparation>> declare(
      String visitId, String inspector, String reason, Supplier<CommandContext> asked) {
    return preparations.handle(
        visitId,
        asked,
        (visit, context) ->
            new PreparationCommand.AskRecusal(
                visit, inspector, context.actor(), reason, Preparations.day(context)),
        List.of());
  }

  /** The subject asks for a recusal; it has shown the code on its notice. */
  public Uni<Handled<PreparationEvent, Preparation>> askForSubject(
      String visitId, String inspector, String reason, Supplier<CommandContext> asked) {
    return preparations.handle(
        visitId,
        asked,
        (visit, context) ->
            new PreparationCommand.AskRecusal(
                visit, inspector, null, reason, Preparations.day(context)),
        List.of());
  }

  /** Somebody else decides on a recusal; an expert leaves the visit with the same word. */
  public Uni<Handled<PreparationEvent, Preparation>> decide(
      String visitId,
      String inspector,
      boolean agreed,
      String reason,
      Supplier<CommandContext> asked) {
    return preparations
        .handle(
            visitId,
            asked,
            (visit, context) ->
                new PreparationCommand.DecideRecusal(
                    visit, inspector, agreed, context.actor(), reason, Preparations.day(context)),
            List.of(expertLeaving(visits, visitId)))
        .call(handled -> phones.goOn(visitId, handled, asked));
  }

  /** What follows at the visit where an expert is recused. */
  static Beside<PreparationEvent> expertLeaving(
      CommandHandler<VisitCommand, VisitEvent, Visit> visits, String visitId) {
    return Beside.of(
        visits,
        VisitStreams.VISIT.of(visitId),
        decided ->
            decided.stream()
                .filter(PreparationEvent.RecusalDecided.class::isInstance)
                .map(PreparationEvent.RecusalDecided.class::cast)
                .filter(PreparationEvent.RecusalDecided::removesExpert)
                .findFirst()
                .map(so ->
                    new AssistanceCommand.RecuseExpert(
                        so.inspector(),
                        so.reason(),
                        new Officer(so.by(), "", Officer.Reach.BUREAU),
                        so.on())));
  }
}
