package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.register.Register;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.ItemQuestions;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.problem.Refusals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * 检查表: what is asked on a visit is what its team prepared with (ADR 57). The registry tells of
 * checklists; a visit keeps them with the first step its team takes.
 */
@ApplicationScoped
class Checklists {
  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  private final Register register;

  @Inject
  Checklists(CommandHandler<VisitCommand, VisitEvent, Visit> visits, Register register) {
    this.visits = visits;
    this.register = register;
  }

  /** What the registry says today is asked on a visit; of items without a checklist nothing. */
  Uni<List<ItemQuestions>> of(String visitId) {
    return visits.load(VisitStreams.VISIT.of(visitId)).flatMap(loaded -> of(loaded.state()));
  }

  private Uni<List<ItemQuestions>> of(Visit visit) {
    if (!(visit instanceof Visit.Assigned assigned)) {
      return Uni.createFrom().item(List.of());
    }
    List<String> codes = assigned.assignment().items().stream().map(Assignment.Item::code).toList();
    return Uni.createFrom()
        .completionStage(() -> register.itemsToKeep(codes))
        .map(known ->
            known.stream()
                .filter(item -> !item.questions().isEmpty())
                .map(item -> new ItemQuestions(item.code(), item.questions()))
                .toList());
  }

  /** The visit keeps them, where it keeps none yet. */
  Uni<Void> freeze(String visitId, CommandContext context) {
    return of(visitId)
        .flatMap(lists ->
            lists.isEmpty()
                ? Uni.createFrom().voidItem()
                : visits
                    .handle(
                        VisitStreams.VISIT.of(visitId),
                        new VisitCommand.FreezeChecklists(lists),
                        context.unconditional())
                    .invoke(handled -> Refusals.require(handled))
                    .replaceWithVoid());
  }
}
