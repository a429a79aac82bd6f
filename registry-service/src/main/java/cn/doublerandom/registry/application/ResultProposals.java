package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.Beside;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.proposal.Heard;
import cn.doublerandom.registry.proposal.Origin;
import cn.doublerandom.registry.proposal.Proposal;
import cn.doublerandom.registry.proposal.ProposalCommand;
import cn.doublerandom.registry.proposal.ProposalDirectory;
import cn.doublerandom.registry.proposal.ProposalEvent;
import cn.doublerandom.registry.proposal.ProposalEvent.CreditProposalAccepted;
import cn.doublerandom.registry.proposal.ProposalEvent.StatusProposalAccepted;
import cn.doublerandom.registry.proposal.ProposalKind;
import cn.doublerandom.registry.proposal.ProposalRejection;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.RiskSource;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 检查结果建议: what results propose to the register. What the registrar confirms is asked for on the
 * road everybody takes, in the same statement, and takes a second person there (ADR 76).
 */
@ApplicationScoped
public class ResultProposals {
  private final CommandHandler<ProposalCommand, ProposalEvent, Proposal> proposals;
  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  private final ProposalDirectory directory;
  private final SubjectDirectory register;
  private final EventStore store;

  @Inject
  ResultProposals(
      CommandHandler<ProposalCommand, ProposalEvent, Proposal> proposals,
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects,
      ProposalDirectory directory,
      SubjectDirectory register,
      EventStore store) {
    this.proposals = proposals;
    this.subjects = subjects;
    this.directory = directory;
    this.register = register;
    this.store = store;
  }

  /**
   * A result was told: what it proposes of either kind, in one transaction.
   *
   * @param own the streams of the bureau whose result it is
   */
  public Uni<Void> hear(Heard heard, CommandContext context, EventStore own) {
    Map<String, ProposalCommand> commands = new HashMap<>();
    for (ProposalKind kind : ProposalKind.values()) {
      commands.put(
          RegistryStreams.PROPOSAL.of(kind.id(heard.origin().resultId())),
          new ProposalCommand.HearResult(kind, heard));
    }
    return proposals.over(own).handleAll(commands, context).replaceWithVoid();
  }

  /**
   * The registrar confirms a status: it is asked for, and another person agrees.
   *
   * @param status one that is proposed; absent where it is the only one
   * @param effective its first day
   */
  public Uni<Handled<ProposalEvent, Proposal>> acceptStatus(
      String id,
      @Nullable SubjectStatus status,
      LocalDate effective,
      String reason,
      CommandContext context) {
    return origin(id)
        .flatMap(origin ->
            proposals.handle(
                RegistryStreams.PROPOSAL.of(id),
                new ProposalCommand.AcceptStatus(status, effective, reason, context.actor()),
                context,
                List.of(statusOf(origin))));
  }

  private Beside<ProposalEvent> statusOf(Origin origin) {
    return Beside.of(
        subjects,
        RegistryStreams.SUBJECT.of(origin.subjectId()),
        events ->
            events.stream()
                .filter(StatusProposalAccepted.class::isInstance)
                .map(StatusProposalAccepted.class::cast)
                .findFirst()
                .map(accepted ->
                    new SubjectCommand.ChangeStatus(
                        accepted.status(),
                        naming(accepted.reason(), origin),
                        accepted.effective(),
                        accepted.by())));
  }

  /**
   * The registrar says which class follows: it is asked for, and another person agrees.
   *
   * @param on day it was determined
   */
  public Uni<Handled<ProposalEvent, Proposal>> acceptClass(
      String id, CreditRiskClass riskClass, LocalDate on, String reason, CommandContext context) {
    LocalDate today = BusinessClock.day(context.at());
    return origin(id)
        .flatMap(origin ->
            held(origin.subjectId(), today)
                .flatMap(held ->
                    proposals.handle(
                        RegistryStreams.PROPOSAL.of(id),
                        new ProposalCommand.AcceptClass(
                            riskClass, on, reason, context.actor(), held),
                        context,
                        List.of(classOf(origin, today)))));
  }

  private Beside<ProposalEvent> classOf(Origin origin, LocalDate today) {
    return Beside.of(
        subjects,
        RegistryStreams.SUBJECT.of(origin.subjectId()),
        events ->
            events.stream()
                .filter(CreditProposalAccepted.class::isInstance)
                .map(CreditProposalAccepted.class::cast)
                .findFirst()
                .map(accepted ->
                    new SubjectCommand.Reclassify(
                        accepted.riskClass(),
                        new RiskSource(naming(accepted.reason(), origin), accepted.on()),
                        today,
                        accepted.by(),
                        null)));
  }

  /** Who approves it reads which result it comes from. */
  private static String naming(String reason, Origin origin) {
    return "%s（检查结果 %s）".formatted(reason, origin.resultId());
  }

  private Uni<CreditRiskClass> held(String subject, LocalDate today) {
    return subjects
        .load(RegistryStreams.SUBJECT.of(subject))
        .map(loaded ->
            switch (loaded.state()) {
              case Subject.Registered known -> known.asOf(today).creditRiskClass();
              case Subject.Merged merged ->
                  throw new ProblemException(
                      RegistryRejection.SUBJECT_MERGED, List.of(), Map.of("into", merged.into()));
              case Subject.Unregistered() ->
                  throw new ProblemException(RegistryRejection.SUBJECT_UNKNOWN);
            });
  }

  /** The registrar does not confirm it. */
  public Uni<Handled<ProposalEvent, Proposal>> decline(
      String id, String reason, CommandContext context) {
    return origin(id)
        .flatMap(origin ->
            proposals.handle(
                RegistryStreams.PROPOSAL.of(id),
                new ProposalCommand.DeclineProposal(reason, context.actor()),
                context));
  }

  private Uni<Origin> origin(String id) {
    return known(id).map(loaded -> Proposal.asked(loaded.state()).orElseThrow().origin());
  }

  /** One proposal with the version of its stream. */
  public Uni<CommandHandler.Loaded<Proposal>> known(String id) {
    if (ProposalKind.of(id).isEmpty()) {
      throw new ProblemException(ProposalRejection.PROPOSAL_UNKNOWN);
    }
    return proposals
        .load(RegistryStreams.PROPOSAL.of(id))
        .invoke(loaded -> {
          if (Proposal.asked(loaded.state()).isEmpty()) {
            throw new ProblemException(ProposalRejection.PROPOSAL_UNKNOWN);
          }
        });
  }

  /**
   * One event with its circumstances.
   *
   * @param day of the business
   * @param recorded the real day of the recording
   */
  public record Happened(ProposalEvent event, LocalDate day, LocalDate recorded) {}

  /** Everything that was recorded of a proposal, newest first. */
  public Uni<List<Happened>> story(String id) {
    return store
        .asked()
        .flatMap(asked -> asked.load(List.of(RegistryStreams.PROPOSAL.of(id))))
        .map(events ->
            events.stream()
                .map(event -> {
                  Metadata known = Metadata.of(event);
                  return new Happened(
                      proposals.decode(event),
                      BusinessClock.day(known.at()),
                      BusinessClock.day(known.recordedAt()));
                })
                .toList()
                .reversed());
  }

  /**
   * Proposals by id, at most {@code limit} after {@code after}.
   *
   * @param state of all where empty
   */
  public Uni<List<ProposalDirectory.Entry>> page(
      Optional<ProposalDirectory.State> state, String after, int limit) {
    return Uni.createFrom()
        .completionStage(() ->
            state.isPresent()
                ? directory.in(state.get(), after, limit)
                : directory.page(after, limit));
  }

  /** Those of the subjects the register has, by id. */
  public Uni<Map<String, SubjectDirectory.Entry>> subjects(Collection<String> ids) {
    return Uni.createFrom()
        .completionStage(() -> register.among(new TreeSet<>(ids)))
        .map(known ->
            known.stream().collect(Collectors.toMap(one -> one.details().id(), one -> one)));
  }
}
