package cn.doublerandom.inspection.preparation;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.InspectionRejection.APPROVAL_ASKED;
import static cn.doublerandom.inspection.InspectionRejection.APPROVAL_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.APPROVAL_OF_ANOTHER;
import static cn.doublerandom.inspection.InspectionRejection.APPROVAL_UNASKED;
import static cn.doublerandom.inspection.InspectionRejection.DECIDER_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.RECUSAL_FOREIGN;
import static cn.doublerandom.inspection.InspectionRejection.RECUSAL_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.UNANNOUNCED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_ALREADY_STARTED;
import static cn.doublerandom.inspection.RatingRejection.RATING_CODE_UNFIT;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.preparation.PreparationCommand.ApproveInspection;
import cn.doublerandom.inspection.preparation.PreparationCommand.AskApproval;
import cn.doublerandom.inspection.preparation.PreparationCommand.AskRecusal;
import cn.doublerandom.inspection.preparation.PreparationCommand.ConfirmTraining;
import cn.doublerandom.inspection.preparation.PreparationCommand.DecideRecusal;
import cn.doublerandom.inspection.preparation.PreparationCommand.DeclineApproval;
import cn.doublerandom.inspection.preparation.PreparationCommand.IssueCode;
import cn.doublerandom.inspection.preparation.PreparationCommand.MakeRatingCode;
import cn.doublerandom.inspection.preparation.PreparationCommand.ServeNotice;
import cn.doublerandom.inspection.preparation.PreparationCommand.TakeBackApproval;
import cn.doublerandom.inspection.preparation.PreparationEvent.ApprovalAsked;
import cn.doublerandom.inspection.preparation.PreparationEvent.ApprovalDeclined;
import cn.doublerandom.inspection.preparation.PreparationEvent.ApprovalTakenBack;
import cn.doublerandom.inspection.preparation.PreparationEvent.CodeIssued;
import cn.doublerandom.inspection.preparation.PreparationEvent.InspectionApproved;
import cn.doublerandom.inspection.preparation.PreparationEvent.NoticeServed;
import cn.doublerandom.inspection.preparation.PreparationEvent.RatingCodeMade;
import cn.doublerandom.inspection.preparation.PreparationEvent.RecusalAsked;
import cn.doublerandom.inspection.preparation.PreparationEvent.RecusalDecided;
import cn.doublerandom.inspection.preparation.PreparationEvent.TrainingConfirmed;
import cn.doublerandom.inspection.visit.Gate;
import cn.doublerandom.inspection.visit.ToldNotice;
import java.util.List;
import java.util.Optional;

/** Before the door: each step is another person's, and none is taken once the visit has begun. */
public final class PreparationDecider
    implements Decider<PreparationCommand, PreparationEvent, Preparation> {
  @Override
  public Preparation initial() {
    return Preparation.NONE;
  }

  @Override
  public Decision<PreparationEvent> decide(PreparationCommand command, Preparation known) {
    if (command instanceof IssueCode issue) {
      return issue(issue, known);
    } else if (command instanceof MakeRatingCode make) {
      return make(make);
    } else if (!command.visit().isOpen()) {
      return reject(VISIT_ALREADY_STARTED);
    }
    return switch (command) {
      case IssueCode issue -> issue(issue, known);
      case MakeRatingCode make -> make(make);
      case ConfirmTraining confirm -> confirm(confirm, known);
      case AskApproval ask -> ask(ask, known);
      case ApproveInspection approve -> approve(approve, known.approval());
      case DeclineApproval decline -> decline(decline, known.approval());
      case TakeBackApproval back -> takeBack(back, known.approval());
      case ServeNotice serve -> serve(serve, known);
      case AskRecusal ask -> ask(ask, known);
      case DecideRecusal decide -> decide(decide, known);
    };
  }

  private static Decision<PreparationEvent> confirm(ConfirmTraining confirm, Preparation known) {
    Optional<String> member = confirm.visit().member(confirm.by());
    if (member.isEmpty()) {
      return reject(NOT_ON_TEAM);
    }
    return known.trained().containsKey(member.get())
        ? accept()
        : accept(new TrainingConfirmed(member.get(), confirm.content(), confirm.today()));
  }

  private static Decision<PreparationEvent> ask(AskApproval ask, Preparation known) {
    if (!ask.visit().has(ask.by())) {
      return reject(NOT_ON_TEAM);
    } else if (ask.unannounced() != null && !ReasonText.isInWords(ask.unannounced())) {
      return reject(REASON_UNFIT, "field", "unannounced");
    }
    return switch (known.approval()) {
      case Approval.Unasked unasked ->
          accept(new ApprovalAsked(ask.by(), ask.unannounced(), ask.today()));
      case Approval.TakenBack back ->
          accept(new ApprovalAsked(ask.by(), ask.unannounced(), ask.today()));
      case Approval.Declined declined ->
          accept(new ApprovalAsked(ask.by(), ask.unannounced(), ask.today()));
      case Approval.Asked asked -> reject(APPROVAL_ASKED);
      case Approval.Given given -> reject(APPROVAL_ASKED);
    };
  }

  private static Decision<PreparationEvent> approve(ApproveInspection approve, Approval approval) {
    return switch (approval) {
      case Approval.Unasked unasked -> reject(APPROVAL_UNASKED);
      case Approval.Declined declined -> reject(APPROVAL_UNASKED);
      case Approval.TakenBack back -> reject(APPROVAL_UNASKED);
      case Approval.Given given -> accept();
      case Approval.Asked asked when !mayDecide(approve.by(), asked, approve.visit()) ->
          reject(DECIDER_UNFIT);
      case Approval.Asked asked -> accept(new InspectionApproved(approve.by(), approve.today()));
    };
  }

  private static Decision<PreparationEvent> decline(DeclineApproval decline, Approval approval) {
    return switch (approval) {
      case Approval.Unasked unasked -> reject(APPROVAL_UNASKED);
      case Approval.Declined declined -> reject(APPROVAL_UNASKED);
      case Approval.TakenBack back -> reject(APPROVAL_UNASKED);
      case Approval.Given given -> reject(APPROVAL_UNASKED);
      case Approval.Asked asked when !mayDecide(decline.by(), asked, decline.visit()) ->
          reject(DECIDER_UNFIT);
      case Approval.Asked asked when !ReasonText.isInWords(decline.reason()) ->
          reject(REASON_UNFIT, "field", "reason");
      case Approval.Asked asked ->
          accept(new ApprovalDeclined(decline.by(), decline.reason(), decline.today()));
    };
  }

  private static Decision<PreparationEvent> takeBack(TakeBackApproval back, Approval approval) {
    if (!(approval instanceof Approval.Asked asked)) {
      return reject(APPROVAL_UNASKED);
    } else if (!SecondPerson.isSame(back.by(), asked.by())) {
      return reject(APPROVAL_OF_ANOTHER, "by", asked.by());
    } else if (!ReasonText.isInWords(back.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    }
    return accept(new ApprovalTakenBack(back.by(), back.reason(), back.today()));
  }

  private static boolean mayDecide(String account, Approval.Asked asked, PreparedVisit visit) {
    return !SecondPerson.isSame(account, asked.by()) && !visit.has(account);
  }

  private static Decision<PreparationEvent> serve(ServeNotice serve, Preparation known) {
    Optional<Gate> approval = serve.visit().gate(Gate.Step.APPROVAL);
    Optional<String> recused =
        known.readiness().recused().stream().filter(serve.visit()::has).sorted().findFirst();
    if (!serve.visit().has(serve.by())) {
      return reject(NOT_ON_TEAM);
    } else if (recused.isPresent()) {
      // The notice would name him.
      return reject(MEMBER_RECUSED, "inspector", recused.get());
    } else if (approval.isPresent() && !known.readiness().approved()) {
      return reject(APPROVAL_MISSING, "clause", approval.get().clause());
    } else if (known.isUnannounced()) {
      return reject(UNANNOUNCED);
    } else if (known.notice().isPresent() && !isOutdated(known.notice().get(), serve.visit())) {
      return accept();
    }
    var served =
        new NoticeServed(
            serve.by(),
            serve.way(),
            serve.receivedAs(),
            serve.today(),
            serve.visit().day(),
            serve.visit().team());
    return known.code().isPresent()
        ? accept(served)
        : new Decision.Accepted<>(List.of(served, new CodeIssued(serve.code())));
  }

  /**
   * Whether another day was agreed since, or somebody comes whom it does not name: it is served
   * anew, and the code stays what it is.
   */
  private static boolean isOutdated(Notice notice, PreparedVisit visit) {
    return (visit.day() != null && !visit.day().equals(notice.day()))
        || !new ToldNotice(notice.day(), notice.team()).names(visit.team());
  }

  private static Decision<PreparationEvent> issue(IssueCode issue, Preparation known) {
    if (!issue.visit().has(issue.by())) {
      return reject(NOT_ON_TEAM);
    }
    return known.code().isPresent() ? accept() : accept(new CodeIssued(issue.code()));
  }

  /** Who was there, or is of a unit that was, never has the code in his hands (ADR 89). */
  private static Decision<PreparationEvent> make(MakeRatingCode make) {
    return make.visit().has(make.by()) || make.units().contains(make.unit())
        ? reject(RATING_CODE_UNFIT)
        : accept(new RatingCodeMade(make.token(), make.by(), make.today()));
  }

  private static Decision<PreparationEvent> ask(AskRecusal ask, Preparation known) {
    Optional<String> member = ask.visit().member(ask.inspector());
    if (member.isEmpty()) {
      return ask.by() == null ? askOfExpert(ask, known) : reject(NOT_ON_TEAM, "field", "inspector");
    } else if (ask.by() != null && !SecondPerson.isSame(ask.by(), member.get())) {
      return reject(RECUSAL_FOREIGN);
    } else if (!ReasonText.isInWords(ask.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    }
    boolean stands =
        known.open(member.get()).isPresent() || known.readiness().recused().contains(member.get());
    return stands
        ? accept()
        : accept(new RecusalAsked(member.get(), ask.by(), ask.reason(), ask.today()));
  }

  /** The firm asks it also of whoever stands beside the team (ADR 99). */
  private static Decision<PreparationEvent> askOfExpert(AskRecusal ask, Preparation known) {
    Optional<String> expert =
        ask.visit().helper(ask.inspector()).map(PreparedVisit.ExpertBeside::number);
    if (expert.isEmpty()) {
      return reject(NOT_ON_TEAM, "field", "inspector");
    } else if (!ReasonText.isInWords(ask.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    }
    return known.open(expert.get()).isPresent()
        ? accept()
        : accept(new RecusalAsked(expert.get(), null, ask.reason(), ask.today(), true));
  }

  /** Not the team, not whom it is about, and of an expert not who brought him. */
  private static boolean isConcerned(DecideRecusal decide, String whom) {
    return decide.visit().has(decide.by())
        || SecondPerson.isSame(decide.by(), whom)
        || decide
            .visit()
            .helper(whom)
            .filter(one -> SecondPerson.isAmong(decide.by(), one.brought()))
            .isPresent();
  }

  private static Decision<PreparationEvent> decide(DecideRecusal decide, Preparation known) {
    String inspector = decide.visit().member(decide.inspector()).orElse(decide.inspector());
    Optional<Recusal> open = known.open(inspector);
    if (open.isEmpty()) {
      return reject(RECUSAL_UNKNOWN);
    } else if (isConcerned(decide, inspector)) {
      return reject(DECIDER_UNFIT);
    } else if (!ReasonText.isInWords(decide.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    }
    return accept(
        new RecusalDecided(
            inspector,
            decide.agreed(),
            decide.by(),
            decide.reason(),
            decide.today(),
            open.get().expert()));
  }

  @Override
  public Preparation evolve(Preparation known, PreparationEvent event) {
    return switch (event) {
      case TrainingConfirmed(var inspector, var content, var on) -> known.trained(inspector, on);
      case ApprovalAsked(var by, var unannounced, var on) ->
          known.with(new Approval.Asked(by, unannounced, on));
      case InspectionApproved(var by, var on) ->
          known.with(new Approval.Given((Approval.Asked) known.approval(), by, on));
      case ApprovalDeclined(var by, var reason, var on) ->
          known.with(new Approval.Declined((Approval.Asked) known.approval(), by, reason, on));
      case ApprovalTakenBack(var by, var reason, var on) ->
          known.with(new Approval.TakenBack((Approval.Asked) known.approval(), by, reason, on));
      case NoticeServed(var by, var way, var receivedAs, var on, var day, var team) ->
          known.with(new Notice(by, way, receivedAs, on, day, team));
      case CodeIssued(var code) -> known.coded(code);
      case RatingCodeMade made -> known.with(made);
      case RecusalAsked(var inspector, var by, var reason, var on, var expert) ->
          known.with(new Recusal(inspector, by, reason, on, null, expert));
      case RecusalDecided(var inspector, var agreed, var by, var reason, var on, var expert) ->
          known.decided(inspector, new Recusal.Decided(agreed, by, reason, on));
    };
  }
}
