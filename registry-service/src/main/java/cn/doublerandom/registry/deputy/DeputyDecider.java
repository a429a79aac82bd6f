package cn.doublerandom.registry.deputy;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_ACCOUNT_UNFIT;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_DAYS_UNFIT;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_IS_PRINCIPAL;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_NEEDS_SECOND_PERSON;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_NOT_HELD;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_NOT_REQUESTED;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_NOT_YOURS;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_OVER;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_ROLE_NOT_LENT;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_UNIT_MISSING;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_UNKNOWN;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_WAITS;

import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.deputy.Deputy.Asked;
import cn.doublerandom.registry.deputy.Deputy.Held;
import cn.doublerandom.registry.deputy.DeputyCommand.ApproveDeputy;
import cn.doublerandom.registry.deputy.DeputyCommand.DeclineDeputy;
import cn.doublerandom.registry.deputy.DeputyCommand.EndDeputy;
import cn.doublerandom.registry.deputy.DeputyCommand.ProposeDeputy;
import cn.doublerandom.registry.deputy.DeputyEvent.DeputyApproved;
import cn.doublerandom.registry.deputy.DeputyEvent.DeputyDeclined;
import cn.doublerandom.registry.deputy.DeputyEvent.DeputyEnded;
import cn.doublerandom.registry.deputy.DeputyEvent.DeputyProposed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 代理: the authority to act for another is made by two people, neither of them the deputy. */
public final class DeputyDecider implements Decider<DeputyCommand, DeputyEvent, Deputy> {
  @Override
  public Deputy initial() {
    return new Deputy(Optional.empty(), Optional.empty());
  }

  @Override
  public Decision<DeputyEvent> decide(DeputyCommand command, Deputy deputy) {
    return switch (command) {
      case ProposeDeputy proposal -> propose(proposal, deputy);
      case ApproveDeputy(var by, var today) ->
          deputy
              .asked()
              .map(asked -> approve(by, today, asked))
              .orElseGet(() -> reject(DEPUTY_NOT_REQUESTED));
      case DeclineDeputy(var by, var reason) -> decline(by, reason, deputy);
      case EndDeputy(var by, var reason, var today) ->
          deputy
              .held()
              .map(held -> end(by, reason, today, held))
              .orElseGet(() -> reject(deputy.isNothing() ? DEPUTY_UNKNOWN : DEPUTY_NOT_HELD));
    };
  }

  private static Decision<DeputyEvent> propose(ProposeDeputy proposal, Deputy deputy) {
    Deputyship entry = proposal.entry();
    if (!Deputyship.isAccount(entry.deputy())) {
      return reject(DEPUTY_ACCOUNT_UNFIT, "field", "deputy");
    } else if (!Deputyship.isAccount(entry.principal())) {
      return reject(DEPUTY_ACCOUNT_UNFIT, "field", "principal");
    } else if (SecondPerson.isSame(entry.deputy(), entry.principal())) {
      return reject(DEPUTY_IS_PRINCIPAL, "field", "deputy");
    } else if (entry.roles().isEmpty() || !Deputyship.LENT.containsAll(entry.roles())) {
      return reject(DEPUTY_ROLE_NOT_LENT, "field", "roles");
    } else if (entry.countsWithinAUnit() && entry.unit().isBlank()) {
      return reject(DEPUTY_UNIT_MISSING, "field", "unit");
    } else if (!areDays(entry, proposal.today())) {
      return reject(
          DEPUTY_DAYS_UNFIT, "field", entry.from().isBefore(proposal.today()) ? "from" : "until");
    } else if (!ReasonText.isInWords(proposal.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    } else if (SecondPerson.isSame(proposal.by(), entry.deputy())) {
      return reject(DEPUTY_NEEDS_SECOND_PERSON);
    }
    return deputy
        .asked()
        .map(waits ->
            waits.equals(new Asked(entry, proposal.reason(), proposal.by()))
                ? Decision.<DeputyEvent>accept()
                : Decision.<DeputyEvent>reject(DEPUTY_WAITS))
        .orElseGet(() -> accept(new DeputyProposed(entry, proposal.reason(), proposal.by())));
  }

  private static boolean areDays(Deputyship entry, LocalDate today) {
    return !entry.from().isBefore(today)
        && !entry.until().isBefore(entry.from())
        && entry.until().isBefore(entry.from().plusDays(Deputyship.MOST_DAYS));
  }

  private static Decision<DeputyEvent> approve(String by, LocalDate today, Asked asked) {
    if (SecondPerson.isAmong(by, List.of(asked.by(), asked.entry().deputy()))) {
      return reject(DEPUTY_NEEDS_SECOND_PERSON);
    }
    return asked.entry().until().isBefore(today)
        ? reject(DEPUTY_OVER)
        : accept(new DeputyApproved(asked.entry(), asked.reason(), asked.by(), by));
  }

  private static Decision<DeputyEvent> decline(String by, String reason, Deputy deputy) {
    if (deputy.asked().isEmpty()) {
      return reject(DEPUTY_NOT_REQUESTED);
    }
    return ReasonText.isInWords(reason)
        ? accept(new DeputyDeclined(by, reason))
        : reject(REASON_MISSING, "field", "reason");
  }

  private static Decision<DeputyEvent> end(String by, String reason, LocalDate today, Held held) {
    if (!SecondPerson.isAmong(by, held.people())) {
      return reject(DEPUTY_NOT_YOURS);
    } else if (held.ended() != null || held.entry().until().isBefore(today)) {
      return reject(DEPUTY_NOT_HELD);
    }
    return ReasonText.isInWords(reason)
        ? accept(new DeputyEnded(by, reason, today))
        : reject(REASON_MISSING, "field", "reason");
  }

  @Override
  public Deputy evolve(Deputy deputy, DeputyEvent event) {
    return switch (event) {
      case DeputyProposed(var entry, var reason, var by) ->
          new Deputy(deputy.held(), Optional.of(new Asked(entry, reason, by)));
      case DeputyApproved(var entry, var reason, var proposedBy, var approvedBy) ->
          new Deputy(
              Optional.of(new Held(entry, reason, proposedBy, approvedBy, null)), Optional.empty());
      case DeputyDeclined declined -> new Deputy(deputy.held(), Optional.empty());
      case DeputyEnded(var by, var reason, var on) ->
          new Deputy(
              deputy
                  .held()
                  .map(held ->
                      new Held(
                          held.entry(),
                          held.reason(),
                          held.proposedBy(),
                          held.approvedBy(),
                          reason)),
              deputy.asked());
    };
  }
}
