package cn.doublerandom.servicekit.memory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an office can set of a service's memory; docs/operations.md explains each. */
@ApplicationScoped
public class MemorySettings {
  private final String service;
  private final List<String> topics;
  private final long unpublishedLimit;
  private final Duration writerAlarm;
  private final Optional<Path> checkpointKey;
  private final String logOrigin;
  private final Duration checkpointEvery;
  private final Duration anchorEvery;
  private final Optional<List<URI>> witnesses;
  private final Optional<Path> personMasterKey;
  private final Optional<Path> replayInto;
  private final Optional<Path> logKeys;
  private final boolean acceptUnchained;

  @Inject
  MemorySettings(
      @ConfigProperty(name = "suite.service") String service,
      @ConfigProperty(name = "suite.topics") List<String> topics,
      @ConfigProperty(name = "suite.unpublished-limit") long unpublishedLimit,
      @ConfigProperty(name = "suite.writer-alarm") Duration writerAlarm,
      @ConfigProperty(name = "suite.checkpoint-key") Optional<Path> checkpointKey,
      @ConfigProperty(name = "suite.log-origin") String logOrigin,
      @ConfigProperty(name = "suite.checkpoint-every") Duration checkpointEvery,
      @ConfigProperty(name = "suite.anchor-every") Duration anchorEvery,
      @ConfigProperty(name = "suite.witnesses") Optional<List<URI>> witnesses,
      @ConfigProperty(name = "suite.person-master-key") Optional<Path> personMasterKey,
      @ConfigProperty(name = "suite.replay.into") Optional<Path> replayInto,
      @ConfigProperty(name = "suite.log-keys") Optional<Path> logKeys,
      @ConfigProperty(name = "suite.accept-unchained") boolean acceptUnchained) {
    this.service = service;
    this.topics = List.copyOf(topics);
    this.unpublishedLimit = unpublishedLimit;
    this.writerAlarm = writerAlarm;
    this.checkpointKey = checkpointKey;
    this.logOrigin = logOrigin;
    this.checkpointEvery = checkpointEvery;
    this.anchorEvery = anchorEvery;
    this.witnesses = witnesses;
    this.personMasterKey = personMasterKey;
    this.replayInto = replayInto;
    this.logKeys = logKeys;
    this.acceptUnchained = acceptUnchained;
  }

  public String service() {
    return service;
  }

  List<String> topics() {
    return topics;
  }

  long unpublishedLimit() {
    return unpublishedLimit;
  }

  Duration writerAlarm() {
    return writerAlarm;
  }

  Optional<Path> checkpointKey() {
    return checkpointKey;
  }

  /**
   * Name of the ledger in its checkpoints, unique in the world; used for a key made on first use.
   */
  String logOrigin() {
    return logOrigin;
  }

  Duration checkpointEvery() {
    return checkpointEvery;
  }

  Duration anchorEvery() {
    return anchorEvery;
  }

  List<URI> witnesses() {
    return witnesses.orElse(List.of());
  }

  Optional<Path> personMasterKey() {
    return personMasterKey;
  }

  /** Verifier keys of the ledgers whose topics are read; without them only the chain is checked. */
  Optional<Path> logKeys() {
    return logKeys;
  }

  /** Whether records from before the chain are taken on topics this service never read before. */
  boolean acceptsUnchained() {
    return acceptUnchained;
  }

  /** Whether this process only replays: it then numbers, tells, projects and fires nothing. */
  boolean replay() {
    return replayInto.isPresent();
  }
}
