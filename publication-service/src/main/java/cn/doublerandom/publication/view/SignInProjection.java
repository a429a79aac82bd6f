package cn.doublerandom.publication.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.signin.SignIn;
import cn.doublerandom.publication.signin.SignInCommand;
import cn.doublerandom.publication.signin.SignInEvent;
import cn.doublerandom.publication.signin.SignInEvent.SignInNoted;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Shows each entry of the books of the gateways as it was told. */
@ApplicationScoped
class SignInProjection implements Projection {
  private final SignInView views;
  private final CommandHandler<SignInCommand, SignInEvent, Optional<SignIn>> signIns;

  @Inject
  SignInProjection(
      SignInView views, CommandHandler<SignInCommand, SignInEvent, Optional<SignIn>> signIns) {
    this.views = views;
    this.signIns = signIns;
  }

  @Override
  public String name() {
    return "sign_ins";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(views.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views batch) {
    for (LedgerEntry entry : entries) {
      if (PublicationStreams.SIGN_IN.has(entry.event().stream())) {
        switch (signIns.decode(entry.event())) {
          case SignInNoted(var told) -> views.rows.put(batch, told.id(), told);
        }
      }
    }
    return Uni.createFrom().voidItem();
  }
}
