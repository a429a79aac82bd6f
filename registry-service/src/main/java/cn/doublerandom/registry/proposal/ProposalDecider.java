package cn.doublerandom.registry.proposal;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.proposal.ProposalRejection.PROPOSAL_CLASS_UNCHANGED;
import static cn.doublerandom.registry.proposal.ProposalRejection.PROPOSAL_DECIDED;
import static cn.doublerandom.registry.proposal.ProposalRejection.PROPOSAL_NEEDS_ANOTHER;
import static cn.doublerandom.registry.proposal.ProposalRejection.PROPOSAL_NOT_OF_THAT;
import static cn.doublerandom.registry.proposal.ProposalRejection.PROPOSAL_STATUS_OPEN;
import static cn.doublerandom.registry.proposal.ProposalRejection.PROPOSAL_UNKNOWN;
import static cn.doublerandom.registry.proposal.ProposalRejection.PROPOSAL_WITHDRAWN;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.proposal.Proposal.Answer;
import cn.doublerandom.registry.proposal.Proposal.Asked;
import cn.doublerandom.registry.proposal.Proposal.Decided;
import cn.doublerandom.registry.proposal.Proposal.Later;
import cn.doublerandom.registry.proposal.Proposal.Open;
import cn.doublerandom.registry.proposal.Proposal.Unasked;
import cn.doublerandom.registry.proposal.Proposal.Withdrawn;
import cn.doublerandom.registry.proposal.ProposalCommand.AcceptClass;
import cn.doublerandom.registry.proposal.ProposalCommand.AcceptStatus;
import cn.doublerandom.registry.proposal.ProposalCommand.DeclineProposal;
import cn.doublerandom.registry.proposal.ProposalCommand.HearResult;
import cn.doublerandom.registry.proposal.ProposalEvent.CreditProposalAccepted;
import cn.doublerandom.registry.proposal.ProposalEvent.ProposalChanged;
import cn.doublerandom.registry.proposal.ProposalEvent.ProposalDeclined;
import cn.doublerandom.registry.proposal.ProposalEvent.ProposalOpened;
import cn.doublerandom.registry.proposal.ProposalEvent.ProposalWithdrawn;
import cn.doublerandom.registry.proposal.ProposalEvent.ResultChangeNoted;
import cn.doublerandom.registry.proposal.ProposalEvent.StatusProposalAccepted;
import cn.doublerandom.registry.subject.SubjectStatus;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** 结果反馈名录库、与信用监管有效衔接 (R46): a result proposes, the registrar confirms, another agrees. */
public final class ProposalDecider implements Decider<ProposalCommand, ProposalEvent, Proposal> {
  @Override
  public Proposal initial() {
    return new Unasked(0);
  }

  @Override
  public Decision<ProposalEvent> decide(ProposalCommand command, Proposal proposal) {
    return switch (command) {
      case HearResult(var kind, var heard) ->
          heard.version() <= proposal.version() ? accept() : hear(kind, heard, proposal);
      case AcceptStatus acceptance ->
          open(
              proposal,
              acceptance.reason(),
              acceptance.by(),
              asked -> status(acceptance, asked.statuses()));
      case AcceptClass acceptance ->
          open(proposal, acceptance.reason(), acceptance.by(), asked -> credit(acceptance, asked));
      case DeclineProposal(var reason, var by) ->
          open(proposal, reason, by, asked -> accept(new ProposalDeclined(reason, by)));
    };
  }

  private static Decision<ProposalEvent> hear(ProposalKind kind, Heard heard, Proposal proposal) {
    List<String> codes = kind.among(heard.codes());
    return switch (proposal) {
      case Unasked unasked when codes.isEmpty() ->
          isOvertaken(kind, heard) ? accept(noted(codes, heard)) : accept();
      case Unasked unasked -> accept(opened(kind, heard, codes));
      case Open(var asked, var version) when codes.isEmpty() ->
          accept(new ProposalWithdrawn(heard.version(), heard.reason(), heard.on()));
      case Open(var asked, var version) ->
          accept(new ProposalChanged(codes, heard.version(), heard.reason(), heard.on()));
      // A correction that proposes nothing is kept too, so that an older one opens nothing.
      case Withdrawn withdrawn when codes.isEmpty() -> accept(noted(codes, heard));
      case Withdrawn withdrawn -> accept(opened(kind, heard, codes));
      case Decided decided when isAnew(decided, codes) -> accept(opened(kind, heard, codes));
      case Decided decided -> accept(noted(codes, heard));
    };
  }

  /**
   * Whether the record of a result that is told otherwise here may still come and would propose
   * what does not hold any more. Of a withdrawal nobody says what held before.
   */
  private static boolean isOvertaken(ProposalKind kind, Heard heard) {
    return heard.version() == Heard.WITHDRAWN || !kind.among(heard.before()).isEmpty();
  }

  /** Who said no said it of those codes. */
  private static boolean isAnew(Decided decided, List<String> codes) {
    return decided.answer() instanceof Answer.No
        && !codes.isEmpty()
        && !codes.equals(decided.asked().codes());
  }

  private static ProposalOpened opened(ProposalKind kind, Heard heard, List<String> codes) {
    return new ProposalOpened(
        kind, heard.origin(), codes, heard.version(), heard.reason(), heard.on());
  }

  private static ResultChangeNoted noted(List<String> codes, Heard heard) {
    return new ResultChangeNoted(codes, heard.version(), heard.reason(), heard.on());
  }

  /** Whoever recorded the result does not confirm what follows from it. */
  private static Decision<ProposalEvent> open(
      Proposal proposal,
      String reason,
      String by,
      Function<Asked, Decision<ProposalEvent>> decision) {
    return switch (proposal) {
      case Unasked unasked -> reject(PROPOSAL_UNKNOWN);
      case Withdrawn withdrawn -> reject(PROPOSAL_WITHDRAWN, "reason", withdrawn.reason());
      case Decided decided -> reject(PROPOSAL_DECIDED, "by", decided.answer().by());
      case Open open when isRecorder(by, open.asked().origin().recordedBy()) ->
          reject(PROPOSAL_NEEDS_ANOTHER);
      case Open open when !ReasonText.isInWords(reason) ->
          reject(REASON_MISSING, "field", "reason");
      case Open open -> decision.apply(open.asked());
    };
  }

  private static boolean isRecorder(String by, @Nullable String recordedBy) {
    return recordedBy != null && SecondPerson.isSame(by, recordedBy);
  }

  private static Decision<ProposalEvent> status(
      AcceptStatus acceptance, List<SubjectStatus> proposed) {
    SubjectStatus said = acceptance.status();
    if (proposed.isEmpty() || (said != null && !proposed.contains(said))) {
      return reject(PROPOSAL_NOT_OF_THAT, "field", "status");
    } else if (said == null && proposed.size() > 1) {
      return reject(PROPOSAL_STATUS_OPEN, "field", "status");
    }
    return accept(
        new StatusProposalAccepted(
            said == null ? proposed.getFirst() : said,
            acceptance.effective(),
            acceptance.reason(),
            acceptance.by()));
  }

  private static Decision<ProposalEvent> credit(AcceptClass acceptance, Asked asked) {
    return switch (asked.kind()) {
      case STATUS -> reject(PROPOSAL_NOT_OF_THAT, "field", "riskClass");
      case CREDIT ->
          acceptance.riskClass() == acceptance.held()
              ? reject(PROPOSAL_CLASS_UNCHANGED, "field", "riskClass")
              : accept(
                  new CreditProposalAccepted(
                      acceptance.riskClass(),
                      acceptance.on(),
                      acceptance.reason(),
                      acceptance.by()));
    };
  }

  @Override
  public Proposal evolve(Proposal proposal, ProposalEvent event) {
    return switch (event) {
      case ProposalOpened opened ->
          new Open(new Asked(opened.kind(), opened.origin(), opened.codes()), opened.version());
      case ProposalChanged changed -> {
        Asked before = asked(proposal);
        yield new Open(
            new Asked(before.kind(), before.origin(), changed.codes()), changed.version());
      }
      case ProposalWithdrawn(var version, var reason, var on) ->
          new Withdrawn(asked(proposal), version, reason, on);
      case StatusProposalAccepted(var status, var effective, var reason, var by) ->
          decided(proposal, new Answer.Status(status, effective, reason, by));
      case CreditProposalAccepted(var riskClass, var on, var reason, var by) ->
          decided(proposal, new Answer.Credit(riskClass, on, reason, by));
      case ProposalDeclined(var reason, var by) -> decided(proposal, new Answer.No(reason, by));
      case ResultChangeNoted noted -> noted(proposal, noted);
    };
  }

  private static Decided decided(Proposal proposal, Answer answer) {
    return new Decided(asked(proposal), proposal.version(), answer, null);
  }

  private static Proposal noted(Proposal proposal, ResultChangeNoted noted) {
    return switch (proposal) {
      case Decided known ->
          new Decided(
              known.asked(),
              noted.version(),
              known.answer(),
              noted.codes().equals(known.asked().codes())
                  ? null
                  : new Later(noted.codes(), noted.reason(), noted.on()));
      case Withdrawn known ->
          new Withdrawn(known.asked(), noted.version(), known.reason(), known.on());
      case Unasked unasked -> new Unasked(noted.version());
      case Open open -> throw new IllegalStateException("what is open is changed or withdrawn");
    };
  }

  private static Asked asked(Proposal proposal) {
    return Proposal.asked(proposal)
        .orElseThrow(() -> new IllegalStateException("nothing was proposed"));
  }
}
