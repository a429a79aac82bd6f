package cn.doublerandom.servicekit.messaging;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.key.BureauLevel;
import cn.doublerandom.bureau.key.DocumentNumberForm;
import cn.doublerandom.contracts.BureauChanged;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.servicekit.identity.BureauRegister;
import cn.doublerandom.servicekit.identity.ServedBureau;
import java.util.Optional;
import java.util.Set;

/** The register of bureaus as rows, each the entry as the registry told it last. */
public final class BureauReplica extends DocumentReplica<BureauChanged> implements BureauRegister {
  private static final String OPEN = "OPEN";

  public BureauReplica() {
    super(
        "registry_bureaus",
        1,
        Topic.REGISTRY_EVENTS.address(),
        BureauChanged.class,
        Set.of(BureauChanged.class));
  }

  @Override
  protected Doing<BureauChanged> doing(InboxRecord message) {
    BureauChanged told =
        Integration.read(message, BureauChanged.class)
            .orElseThrow(() -> new IllegalStateException("tells of no bureau: " + message.type()));
    // What cannot be a bureau is refused here, where its key waits, and not where it is read.
    served(told);
    return new Doing<>(told.bureau(), before -> Optional.of(told));
  }

  @Override
  public Optional<ServedBureau> bureau(String body) {
    return Optional.of(served(read(body)));
  }

  private static ServedBureau served(BureauChanged told) {
    return new ServedBureau(
        new Bureau(
            new BureauKey(told.bureau()),
            told.name(),
            told.creditCode(),
            BureauLevel.valueOf(told.level()),
            told.rulePacks(),
            new DocumentNumberForm(told.documentNumbers())),
        told.status().equals(OPEN));
  }
}
