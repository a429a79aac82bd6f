package cn.doublerandom.publication.kafka;

import cn.doublerandom.contracts.SignInTold;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.publication.application.KeptSignIns;
import cn.doublerandom.publication.signin.SignIn;
import cn.doublerandom.servicekit.messaging.Integration;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from the gateways who came in, went, chose a role or was refused. */
@ApplicationScoped
class SignInListener {
  private final Inbox inbox;
  private final Clock clock;
  private final KeptSignIns kept;

  @Inject
  SignInListener(Inbox inbox, Clock clock, KeptSignIns kept) {
    this.inbox = inbox;
    this.clock = clock;
    this.kept = kept;
    inbox.subscribe(Topic.GATEWAY_AUDIT.address(), Integration.in(SignInTold.class), this::apply);
  }

  @Incoming("sign-ins")
  Uni<Void> onSignIns(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }

  private Uni<Void> apply(InboxRecord message, EventStore store) {
    return Integration.read(message, SignInTold.class)
        .map(told -> kept.keep(signIn(told), Integration.context(message, clock), store))
        .orElse(Uni.createFrom().voidItem());
  }

  private static SignIn signIn(SignInTold told) {
    return new SignIn(
        told.account(),
        told.at(),
        told.book(),
        told.bureau(),
        told.code(),
        told.gateway(),
        told.number(),
        told.previous(),
        told.principal(),
        told.role(),
        told.source(),
        told.times(),
        SignIn.What.valueOf(told.what()));
  }
}
