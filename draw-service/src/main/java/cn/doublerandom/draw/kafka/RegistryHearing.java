package cn.doublerandom.draw.kafka;

import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.draw.register.RegisterNews;
import cn.doublerandom.eventstore.inbox.Hearing;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Compares what was taken of the registry's topic with where it ends. */
@ApplicationScoped
class RegistryHearing implements RegisterNews {
  private static final Logger LOG = Logger.getLogger(RegistryHearing.class);

  /** As long as a read waits for {@code ?minSeq=}. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Hearing hearing;

  @Inject
  RegistryHearing(
      Pool pool,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "mp.messaging.incoming.registry-events.group.id") String group,
      Vitals vitals) {
    this.hearing = new Hearing(pool, kafka, group, vitals);
  }

  @Override
  public CompletionStage<Void> upToNow(long least) {
    return Uni.createFrom()
        .item(() -> hearing.upToNow(Topic.REGISTRY_EVENTS.address(), least, PATIENCE))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .onFailure(Hearing.NotYet.class)
        .transform(late -> {
          LOG.warnf("nothing is frozen: %s", late.getMessage());
          return new ProblemException(EdgeRejection.REGISTER_LAGS);
        })
        .replaceWithVoid()
        .subscribeAsCompletionStage();
  }
}
