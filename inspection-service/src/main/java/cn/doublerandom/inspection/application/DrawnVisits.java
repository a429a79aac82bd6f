package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.visit.Gate;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a draw asks of its visits: all of it or nothing, in the store it was heard in. Nothing of it
 * can be refused; what is out of place there has no effect.
 */
@ApplicationScoped
public class DrawnVisits {
  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  private final RuleBook rules;

  @Inject
  DrawnVisits(CommandHandler<VisitCommand, VisitEvent, Visit> visits, RuleBook rules) {
    this.visits = visits;
    this.rules = rules;
  }

  /**
   * The visit of a subject that was drawn.
   *
   * @return its id
   */
  public static String visit(String drawId, String subject) {
    return drawId + "-" + subject;
  }

  /**
   * Asks all of it.
   *
   * @param commands by the id of the visit
   */
  public Uni<Void> ask(
      Map<String, VisitCommand> commands, CommandContext context, EventStore store) {
    return handle(commands, context, store).replaceWithVoid();
  }

  private Uni<Map<String, Handled<VisitEvent, Visit>>> handle(
      Map<String, VisitCommand> commands, CommandContext context, EventStore store) {
    Map<String, VisitCommand> streams = new LinkedHashMap<>();
    LocalDate day = BusinessClock.day(context.at());
    commands.forEach((visit, command) ->
        streams.put(VisitStreams.VISIT.of(visit), under(gates(visit, day), command)));
    return visits.over(store).handleAll(streams, context).invoke(DrawnVisits::requireAll);
  }

  /**
   * What the packs in force ask for before a visit: it stays so however they change later. Nobody
   * asks where a draw was heard: whose packs they are is said by the id of the visit.
   */
  private List<Gate> gates(String visit, LocalDate day) {
    RuleBook its = rules.in(BureauKey.ofId(visit).orElse(BureauKey.SEED));
    return its.visitSteps(day).stream()
        .map(step -> new Gate(Gate.Step.valueOf(step.name()), step.basis()))
        .toList();
  }

  private static VisitCommand under(List<Gate> gates, VisitCommand command) {
    return command instanceof VisitCommand.AssignVisit(var assignment, var recused)
        ? new VisitCommand.AssignVisit(assignment.under(gates), recused)
        : command;
  }

  /**
   * The alternate is visited only where the subject it replaces gives way.
   *
   * @param old id of the visit of that subject
   * @param alternate what the alternate's visit is asked, by its id
   */
  public Uni<Void> replace(
      String old,
      VisitCommand.GiveWay way,
      Map<String, VisitCommand> alternate,
      CommandContext context,
      EventStore store) {
    return visits
        .over(store)
        .load(VisitStreams.VISIT.of(old))
        .flatMap(loaded -> {
          Map<String, VisitCommand> commands =
              loaded.state().keepsItsPlace()
                  ? new LinkedHashMap<>()
                  : new LinkedHashMap<>(alternate);
          commands.put(old, way);
          return ask(commands, context, store);
        });
  }

  /**
   * Visits fall away, and what they had taken over is owed again: decided by how they stand when
   * they have fallen away, so that nobody who is finishing one of them is asked twice.
   *
   * @param commands by the id of the visit
   * @param owed what follows, by the ids of those visits that were held to the end
   */
  public Uni<Void> undo(
      Map<String, VisitCommand> commands,
      Function<Set<String>, Map<String, VisitCommand>> owed,
      CommandContext context,
      EventStore store) {
    return handle(commands, context, store)
        .flatMap(outcomes -> ask(owed.apply(over(outcomes)), context, store));
  }

  private static Set<String> over(Map<String, Handled<VisitEvent, Visit>> outcomes) {
    Set<String> over = new HashSet<>();
    outcomes.forEach((stream, outcome) -> {
      if (outcome instanceof Handled.Done<VisitEvent, Visit> done
          && done.state().over().isPresent()) {
        over.add(VisitStreams.VISIT.id(stream));
      }
    });
    return over;
  }

  private static void requireAll(Map<String, Handled<VisitEvent, Visit>> outcomes) {
    outcomes.forEach((stream, outcome) -> {
      if (!(outcome instanceof Handled.Done<VisitEvent, Visit>)) {
        throw new IllegalStateException(stream + " could not be assigned");
      }
    });
  }
}
