package cn.doublerandom.registry.view;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.proposal.ProposalDirectory.Entry;
import cn.doublerandom.registry.proposal.ProposalDirectory.State;
import cn.doublerandom.registry.proposal.ProposalEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Keeps readable what results propose to the register. */
@ApplicationScoped
class ProposalProjection implements Projection {
  private final ProposalView proposals;
  private final EventCodec<ProposalEvent> codec;

  @Inject
  ProposalProjection(ProposalView proposals, EventCodec<ProposalEvent> codec) {
    this.proposals = proposals;
    this.codec = codec;
  }

  @Override
  public String name() {
    return "proposals";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(proposals.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    List<LedgerEntry> own =
        entries.stream()
            .filter(entry -> RegistryStreams.PROPOSAL.has(entry.event().stream()))
            .toList();
    return proposals
        .rows
        .fetch(
            views,
            own.stream().map(entry -> RegistryStreams.PROPOSAL.id(entry.event().stream())).toList())
        .invoke(() -> own.forEach(entry -> apply(entry, views)));
  }

  private void apply(LedgerEntry entry, Views views) {
    String id = RegistryStreams.PROPOSAL.id(entry.event().stream());
    switch (codec.decode(entry.event())) {
      case ProposalEvent.ProposalOpened opened ->
          proposals.rows.put(
              views,
              id,
              new Entry(
                  id,
                  opened.kind(),
                  opened.origin(),
                  opened.codes(),
                  State.OPEN,
                  opened.on(),
                  false));
      case ProposalEvent.ProposalChanged changed ->
          proposals.rows.update(
              views,
              id,
              known ->
                  new Entry(
                      id,
                      known.kind(),
                      known.origin(),
                      changed.codes(),
                      known.state(),
                      known.since(),
                      false));
      case ProposalEvent.ProposalWithdrawn withdrawn ->
          proposals.rows.update(views, id, known -> known.in(State.WITHDRAWN));
      case ProposalEvent.StatusProposalAccepted accepted ->
          proposals.rows.update(views, id, known -> known.in(State.ACCEPTED));
      case ProposalEvent.CreditProposalAccepted accepted ->
          proposals.rows.update(views, id, known -> known.in(State.ACCEPTED));
      case ProposalEvent.ProposalDeclined declined ->
          proposals.rows.update(views, id, known -> known.in(State.DECLINED));
      case ProposalEvent.ResultChangeNoted noted ->
          proposals
              .rows
              .get(views, id)
              .ifPresent(known -> proposals.rows.put(views, id, noted(known, noted)));
    }
  }

  /** Of what nothing was ever proposed there is no row. */
  private static Entry noted(Entry known, ProposalEvent.ResultChangeNoted noted) {
    return switch (known.state()) {
      case ACCEPTED, DECLINED ->
          new Entry(
              known.id(),
              known.kind(),
              known.origin(),
              known.codes(),
              known.state(),
              known.since(),
              !noted.codes().equals(known.codes()));
      case OPEN, WITHDRAWN -> known;
    };
  }
}
