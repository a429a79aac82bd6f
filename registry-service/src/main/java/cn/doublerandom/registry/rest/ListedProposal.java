package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.proposal.ProposalDirectory.Entry;
import cn.doublerandom.registry.proposal.ProposalDirectory.State;
import cn.doublerandom.registry.proposal.ProposalKind;
import java.time.LocalDate;
import java.util.List;

/**
 * A proposal of a result in the list.
 *
 * @param id of the proposal: result and kind
 * @param codes those of the result that propose it, ascending
 * @param since business day it was proposed on
 * @param changedSince whether the result says something else since it was decided on
 */
public record ListedProposal(
    String id,
    ProposalKind kind,
    State state,
    String resultId,
    String subject,
    List<String> codes,
    LocalDate since,
    boolean changedSince) {
  static ListedProposal of(Entry entry) {
    return new ListedProposal(
        entry.id(),
        entry.kind(),
        entry.state(),
        entry.origin().resultId(),
        entry.origin().subjectId(),
        entry.codes(),
        entry.since(),
        entry.changedSince());
  }
}
