package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.application.EvidenceReader;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** Who asks, as the rules know officers: the widest of the account's roles counts. */
@RequestScoped
class Officers {
  private final Requests requests;
  private final SecurityIdentity identity;

  @Inject
  Officers(Requests requests, SecurityIdentity identity) {
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

  private Officer.Reach reach() {
    if (Stream.of(Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR).anyMatch(identity::hasRole)) {
      return Officer.Reach.BUREAU;
    }
    return identity.hasRole(Roles.UNIT_LEAD) ? Officer.Reach.UNIT : Officer.Reach.TEAM;
  }
}
