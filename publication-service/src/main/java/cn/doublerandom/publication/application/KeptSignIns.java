package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.signin.SignIn;
import cn.doublerandom.publication.signin.SignInCommand;
import cn.doublerandom.publication.signin.SignInEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What the gateways tell of their doors is kept in the ledger, each entry once. */
@ApplicationScoped
public class KeptSignIns {
  private final CommandHandler<SignInCommand, SignInEvent, Optional<SignIn>> signIns;

  @Inject
  KeptSignIns(CommandHandler<SignInCommand, SignInEvent, Optional<SignIn>> signIns) {
    this.signIns = signIns;
  }

  /** Keeps an entry, in the store it was heard in. */
  public Uni<Void> keep(SignIn told, CommandContext context, EventStore heardIn) {
    return signIns
        .over(heardIn)
        .handle(
            PublicationStreams.SIGN_IN.of(told.id()), new SignInCommand.NoteSignIn(told), context)
        .invoke(handled -> {
          if (!(handled instanceof Handled.Done<SignInEvent, Optional<SignIn>>)) {
            throw new IllegalStateException("refused: " + handled);
          }
        })
        .replaceWithVoid();
  }
}
