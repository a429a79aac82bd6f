package cn.doublerandom.inspection.ui;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.application.EvidenceReader;
import cn.doublerandom.inspection.visit.Ending;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who reads a page, as the rules know officers, and on which day. */
@RequestScoped
class VisitReader {
  private final Requests requests;
  private final SecurityIdentity identity;
  private final RuleBook rules;

  @Inject
  VisitReader(Requests requests, SecurityIdentity identity, RuleBook rules) {
    this.rules = rules;
    this.requests = requests;
    this.identity = identity;
  }

  Officer officer() {
    return new Officer(requests.actor(), requests.unit(), reach());
  }

  /** The same to read a visit by: who approves visits or reviews results reads all of them. */
  Officer reader() {
    return new Officer(
        requests.actor(),
        requests.unit(),
        Stream.of(Roles.APPROVER, Roles.LEGAL_REVIEWER).anyMatch(identity::hasRole)
            ? Officer.Reach.BUREAU
            : reach());
  }

  /** The same to see evidence by: reviewers and supervisors all of it, leads their unit's. */
  Officer seesEvidence() {
    if (Stream.of(Roles.SUPERVISOR, Roles.LEGAL_REVIEWER).anyMatch(identity::hasRole)) {
      return new Officer(requests.actor(), requests.unit(), Officer.Reach.BUREAU);
    }
    return new Officer(
        requests.actor(),
        requests.unit(),
        identity.hasRole(Roles.UNIT_LEAD) ? Officer.Reach.UNIT : Officer.Reach.TEAM);
  }

  /** The same for the evidence itself: who answers objections sees that of recorded results. */
  EvidenceReader evidence() {
    return new EvidenceReader(seesEvidence(), identity.hasRole(Roles.COORDINATOR));
  }

  /** The widest of the account's roles counts, as for programs. */
  private Officer.Reach reach() {
    if (Stream.of(Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR).anyMatch(identity::hasRole)) {
      return Officer.Reach.BUREAU;
    }
    return identity.hasRole(Roles.UNIT_LEAD) ? Officer.Reach.UNIT : Officer.Reach.TEAM;
  }

  /** Whether he goes on visits himself. */
  boolean goes() {
    return identity.hasRole(Roles.INSPECTOR);
  }

  /** Whether none of his roles changes anything of a file: auditors and supervisors. */
  boolean onlyReads() {
    return Stream.of(Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR)
        .noneMatch(identity::hasRole);
  }

  /** Whether he approves visits. */
  boolean approves() {
    return identity.hasRole(Roles.APPROVER);
  }

  /** Whether he decides on recusals. */
  boolean decides() {
    return identity.hasRole(Roles.UNIT_LEAD) || identity.hasRole(Roles.COORDINATOR);
  }

  /** Whether he agrees that a visit ends in the place of a team of which nobody else can. */
  boolean agreesEnd(VisitSummary visit) {
    Ending asked = visit.ending();
    return asked != null
        && asked.stands()
        && decides()
        && !SecondPerson.isSame(asked.by(), requests.actor())
        && officer().files(visit.inspectors(), visit.ofUnits());
  }

  /** How a visit is arranged, and what of it is his to do. */
  ShownArrangement arrangementOf(VisitSummary visit) {
    return new ShownArrangement(visit, officer(), goes() || decides());
  }

  /** Whether he leads a unit. */
  boolean leads() {
    return identity.hasRole(Roles.UNIT_LEAD);
  }

  /** Whether he coordinates the bureau's visits. */
  boolean coordinates() {
    return identity.hasRole(Roles.COORDINATOR);
  }

  /**
   * Whether he may hand the code of its rating to the firm of a visit.
   *
   * @param ended absent as long as the visit has not
   */
  boolean handsOver(@Nullable LocalDate ended) {
    return (coordinates() || supervises())
        && rules.isRatedByOwnCode(ended == null ? today() : ended);
  }

  /** Result codes that need the code they belong under, by the rules of today. */
  Map<String, String> resultsUnder() {
    return rules.resultCombinations(today()).under();
  }

  /** Whether he supervises: 督导. */
  boolean supervises() {
    return identity.hasRole(Roles.SUPERVISOR);
  }

  /** Whether what was found when a visit was seen again is told to him. */
  boolean readsRevisits() {
    return supervises() || identity.hasRole(Roles.AUDITOR);
  }

  /** Whether he may promise and reveal as a witness of a sample. */
  boolean witnesses() {
    return Stream.of(Roles.WITNESS, Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR)
        .anyMatch(identity::hasRole);
  }

  /** Whether he reads of samples at all. */
  boolean readsSamples() {
    return witnesses() || identity.hasRole(Roles.AUDITOR);
  }

  /** Whether he reviews results legally. */
  boolean reviews() {
    return identity.hasRole(Roles.LEGAL_REVIEWER);
  }

  String unit() {
    return requests.unit();
  }

  LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
