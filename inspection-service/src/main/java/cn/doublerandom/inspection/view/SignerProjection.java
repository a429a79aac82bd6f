package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.signing.Signer;
import cn.doublerandom.inspection.signing.SignerCommand;
import cn.doublerandom.inspection.signing.SignerEvent;
import cn.doublerandom.inspection.signing.SignerLine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Shows how each account signs right after its latest step. */
@ApplicationScoped
class SignerProjection implements Projection {
  private final SignerView signers;
  private final CommandHandler<SignerCommand, SignerEvent, Signer> handler;

  @Inject
  SignerProjection(SignerView signers, CommandHandler<SignerCommand, SignerEvent, Signer> handler) {
    this.signers = signers;
    this.handler = handler;
  }

  @Override
  public String name() {
    return "signers";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(signers.rows.table());
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
        .replaceWithVoid();
  }
}
