package cn.doublerandom.servicekit.messaging;

import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.contracts.DeputyChanged;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.servicekit.identity.DeputyRegister;
import java.util.Optional;
import java.util.Set;

/** Who may act for whom as rows, each the entry as the registry told it last. */
public final class DeputyReplica extends DocumentReplica<DeputyChanged> implements DeputyRegister {
  private static final String HOLDS = "HOLDS";

  public DeputyReplica() {
    super(
        "registry_deputies",
        1,
        Topic.REGISTRY_EVENTS.address(),
        DeputyChanged.class,
        Set.of(DeputyChanged.class));
  }

  @Override
  public String view() {
    return "registry_deputy_view";
  }

  @Override
  protected Doing<DeputyChanged> doing(InboxRecord message) {
    DeputyChanged told =
        Integration.read(message, DeputyChanged.class)
            .orElseThrow(() -> new IllegalStateException("tells of no deputy: " + message.type()));
    return new Doing<>(Deputyship.id(told.deputy(), told.principal()), before -> Optional.of(told));
  }

  @Override
  public Optional<Deputyship> deputyship(String body) {
    DeputyChanged told = read(body);
    return told.status().equals(HOLDS)
        ? Optional.of(
            new Deputyship(
                told.deputy(),
                told.principal(),
                told.unit() == null ? "" : told.unit(),
                told.roles(),
                told.from(),
                told.until()))
        : Optional.empty();
  }
}
