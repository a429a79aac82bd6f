package cn.doublerandom.registry.ui;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Happening;
import cn.doublerandom.registry.application.ResultProposals;
import cn.doublerandom.registry.proposal.Proposal;
import cn.doublerandom.registry.proposal.ProposalDirectory.State;
import cn.doublerandom.registry.proposal.ProposalEvent;
import cn.doublerandom.registry.proposal.ProposalKind;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One proposal of a result with what it rests on, what may be done, and what happened. */
@RequestScoped
class ProposalPage {
  @Inject
  @Location("registry/proposal.html")
  Template page;

  @Inject Desk desk;
  @Inject ResultProposals proposals;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  /** What result codes say, in the reader's language. */
  String found(List<String> codes) {
    return desk.readsEnglish() ? ResultCode.english(codes) : ResultCode.text(codes);
  }

  /** How a state looks. */
  static String look(State state) {
    return switch (state) {
      case OPEN -> "warn";
      case ACCEPTED -> "ok";
      case DECLINED, WITHDRAWN -> "quiet";
    };
  }

  private static State state(Proposal proposal) {
    return switch (proposal) {
      case Proposal.Unasked unasked -> State.WITHDRAWN;
      case Proposal.Open open -> State.OPEN;
      case Proposal.Withdrawn withdrawn -> State.WITHDRAWN;
      case Proposal.Decided decided ->
          decided.answer() instanceof Proposal.Answer.No ? State.DECLINED : State.ACCEPTED;
    };
  }

  /**
   * The page.
   *
   * @param sent the form that was refused, by its address; empty where none was
   */
  Uni<TemplateInstance> of(String id, String sent, FilledForm form) {
    return proposals
        .known(id)
        .flatMap(loaded -> {
          String subject = Proposal.asked(loaded.state()).orElseThrow().origin().subjectId();
          return Uni.combine()
              .all()
              .unis(proposals.subjects(List.of(subject)), proposals.story(id))
              .usingConcurrencyOf(1)
              .with(
                  (known, happened) -> page(id, loaded, known.get(subject), happened, sent, form));
        });
  }

  private TemplateInstance page(
      String id,
      CommandHandler.Loaded<Proposal> loaded,
      SubjectDirectory.@Nullable Entry known,
      List<ResultProposals.Happened> happened,
      String sent,
      FilledForm form) {
    Proposal proposal = loaded.state();
    Proposal.Asked asked = Proposal.asked(proposal).orElseThrow();
    State state = state(proposal);
    FilledForm blank = desk.forms().blank(loaded.version());
    boolean isOpen = state == State.OPEN && identity.hasRole(Roles.REGISTRAR);
    boolean isOwn = isOpen && isOwn(asked);
    SubjectDetails now =
        known == null ? null : known.asOf(BusinessClock.day(requests.now())).shown();
    RegistryWords words = desk.words(RegistryWords.class);
    return page.data("id", id)
        .data("name", now == null ? asked.origin().subjectId() : now.name())
        .data("subject", asked.origin().subjectId())
        .data("isKnown", now != null)
        .data("now", now == null ? "" : words.stateOf(now.status()))
        .data("classNow", now == null ? "" : words.riskOf(now.creditRiskClass()))
        .data("state", state)
        .data("look", look(state))
        .data("kind", asked.kind())
        .data("ofStatus", asked.kind() == ProposalKind.STATUS)
        .data("found", found(asked.codes()))
        .data(
            "proposed",
            asked.statuses().stream().map(words::stateOf).collect(Collectors.joining(comma())))
        .data("origin", asked.origin())
        .data("withdrawn", proposal instanceof Proposal.Withdrawn gone ? gone.reason() : "")
        .data("later", later(proposal))
        .data("isAsked", state == State.ACCEPTED && now != null)
        .data("isOwn", isOwn)
        .data("mayDecide", isOpen && !isOwn)
        .data("statuses", statuses(asked.statuses()))
        .data("classes", classes())
        .data("accepting", List.of("status", "credit").contains(sent) ? form : blank)
        .data("declining", "decline".equals(sent) ? form : blank)
        .data("entries", happened.stream().map(this::line).toList());
  }

  private boolean isOwn(Proposal.Asked asked) {
    String recordedBy = asked.origin().recordedBy();
    return recordedBy != null && SecondPerson.isSame(requests.actor(), recordedBy);
  }

  private String comma() {
    return desk.readsEnglish() ? ", " : "、";
  }

  private String later(Proposal proposal) {
    Proposal.Later later = proposal instanceof Proposal.Decided decided ? decided.later() : null;
    return later == null
        ? ""
        : desk.words(ProposalWords.class).later(later.on(), named(later.codes()), later.reason());
  }

  private String named(List<String> codes) {
    return codes.isEmpty() ? desk.words(ProposalWords.class).nothing() : found(codes);
  }

  private List<Choice> statuses(List<SubjectStatus> proposed) {
    RegistryWords words = desk.words(RegistryWords.class);
    return proposed.stream().map(one -> new Choice(one.name(), words.stateOf(one))).toList();
  }

  private List<Choice> classes() {
    RegistryWords words = desk.words(RegistryWords.class);
    return Stream.of(CreditRiskClass.values())
        .map(one -> new Choice(one.name(), words.riskOf(one)))
        .toList();
  }

  private Happening line(ResultProposals.Happened happened) {
    ProposalWords words = desk.words(ProposalWords.class);
    String day = happened.day().toString();
    String recorded = happened.recorded().toString();
    return switch (happened.event()) {
      case ProposalEvent.ProposalOpened opened ->
          Happening.of(words.openedFact(found(opened.codes())), "", day, recorded, opened.reason());
      case ProposalEvent.ProposalChanged changed ->
          Happening.of(
              words.changedFact(found(changed.codes())), "", day, recorded, changed.reason());
      case ProposalEvent.ProposalWithdrawn withdrawn ->
          Happening.of(words.withdrawnFact(), "", day, recorded, withdrawn.reason());
      case ProposalEvent.StatusProposalAccepted(var status, var effective, var reason, var by) ->
          Happening.of(
              words.statusFact(effective, desk.words(RegistryWords.class).stateOf(status)),
              by,
              day,
              recorded,
              reason);
      case ProposalEvent.CreditProposalAccepted(var riskClass, var on, var reason, var by) ->
          Happening.of(
              words.creditFact(desk.words(RegistryWords.class).riskOf(riskClass), on),
              by,
              day,
              recorded,
              reason);
      case ProposalEvent.ProposalDeclined(var reason, var by) ->
          Happening.of(words.declinedFact(), by, day, recorded, reason);
      case ProposalEvent.ResultChangeNoted noted ->
          Happening.of(words.notedFact(named(noted.codes())), "", day, recorded, noted.reason());
    };
  }
}
