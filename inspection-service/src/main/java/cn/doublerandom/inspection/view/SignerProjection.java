package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.signing.KeyUse;
import cn.doublerandom.inspection.signing.Signer;
import cn.doublerandom.inspection.signing.SignerCommand;
import cn.doublerandom.inspection.signing.SignerEvent;
import cn.doublerandom.inspection.signing.SignerLine;
import cn.doublerandom.inspection.visit.OfficerSignature;
import cn.doublerandom.inspection.visit.VisitEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Shows how each account signs right after its latest step, and when each key last signed. */
@ApplicationScoped
class SignerProjection implements Projection {
  private final SignerView signers;
  private final CommandHandler<SignerCommand, SignerEvent, Signer> handler;
  private final EventCodec<VisitEvent> visits;

  @Inject
  SignerProjection(
      SignerView signers,
      CommandHandler<SignerCommand, SignerEvent, Signer> handler,
      EventCodec<VisitEvent> visits) {
    this.signers = signers;
    this.handler = handler;
    this.visits = visits;
  }

  @Override
  public String name() {
    return "signers";
  }

  /** 2: when each key last signed. */
  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<String> tables() {
    return List.of(signers.rows.table(), signers.uses.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return handler
        .within(views.scope())
        .statesAt(LedgerEntry.lastVersions(entries, VisitStreams.SIGNER))
        .invoke(states ->
            states.forEach((stream, known) -> {
              String account = VisitStreams.SIGNER.id(stream);
              signers.rows.put(views, account, SignerLine.of(account, known));
            }))
        .chain(() -> used(signatures(entries), views));
  }

  /** What was signed with a key; who has none types the digits of the record. */
  private List<OfficerSignature> signatures(List<LedgerEntry> entries) {
    return entries.stream()
        .filter(entry -> VisitStreams.VISIT.has(entry.event().stream()))
        .map(entry -> visits.decode(entry.event()))
        .filter(VisitEvent.OfficerSigned.class::isInstance)
        .map(event -> ((VisitEvent.OfficerSigned) event).signature())
        .filter(signature -> signature.keyId() != null)
        .toList();
  }

  private Uni<Void> used(List<OfficerSignature> signatures, Views views) {
    return signers
        .uses
        .fetch(views, signatures.stream().map(SignerProjection::key).distinct().toList())
        .invoke(() -> signatures.forEach(signature -> used(signature, views)));
  }

  private void used(OfficerSignature signature, Views views) {
    String key = key(signature);
    signers.uses.put(
        views,
        key,
        signers
            .uses
            .get(views, key)
            .orElseGet(() -> new KeyUse(key, signature.on()))
            .and(signature.on()));
  }

  private static String key(OfficerSignature signature) {
    return String.valueOf(signature.keyId());
  }
}
