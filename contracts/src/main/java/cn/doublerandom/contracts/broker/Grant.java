package cn.doublerandom.contracts.broker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One right of one principal on a broker that refuses whatever is not granted. All are literal: no
 * prefix, no star, so that a new topic is nobody's until it stands in {@link Topic}.
 *
 * @param principal name behind {@code User:}
 * @param operation what it may do
 * @param kind of resource
 * @param name of the topic, group or transactional id
 */
public record Grant(String principal, Operation operation, Kind kind, String name) {
  /** Who recomputes the chains of all topics, {@code ./suite audit}. */
  public static final String AUDIT = "audit";

  private static final String GATEWAY = "gateway";

  /** As many as a topic of the house has partitions. */
  private static final int MOST_GATEWAYS = 3;

  /** What a grant is about. */
  public enum Kind {
    TOPIC("topic"),
    GROUP("group"),
    TRANSACTIONAL_ID("transactional-id");

    private final String option;

    Kind(String option) {
      this.option = option;
    }
  }

  /** What may be done. */
  public enum Operation {
    READ("Read"),
    WRITE("Write"),
    DESCRIBE("Describe"),
    CREATE("Create");

    private final String word;

    Operation(String word) {
      this.word = word;
    }
  }

  /** The services of the house, and its gateway. */
  public static List<String> services() {
    return Arrays.stream(Topic.values())
        .filter(topic -> !topic.isOfReceivers())
        .map(Topic::writer)
        .distinct()
        .toList();
  }

  /** Every right of the services and of the audit. */
  public static List<Grant> ofTheHouse() {
    List<Grant> all = new ArrayList<>();
    services().forEach(service -> all.addAll(ofService(service)));
    all.addAll(ofConsumer(AUDIT, List.of(Topic.values())));
    all.addAll(ofReceiver(Topic.RECEIVERS));
    return all;
  }

  /**
   * An authority that says what it received: it writes where receivers do and reads nothing there.
   *
   * @param principal of its own
   */
  public static List<Grant> ofReceiver(String principal) {
    if (services().contains(principal)) {
      throw new IllegalArgumentException("a service, not a receiver: " + principal);
    }
    return Topic.writtenBy(Topic.RECEIVERS).stream()
        .map(topic -> new Grant(principal, Operation.WRITE, Kind.TOPIC, topic.address()))
        .toList();
  }

  /** A service writes its own topics and reads back their end; it listens to what it is told. */
  private static List<Grant> ofService(String service) {
    List<Grant> all = new ArrayList<>();
    for (Topic topic : Topic.writtenBy(service)) {
      for (Operation operation : List.of(Operation.CREATE, Operation.WRITE, Operation.READ)) {
        all.add(new Grant(service, operation, Kind.TOPIC, topic.address()));
      }
    }
    for (String id : transactional(service)) {
      for (Operation operation : List.of(Operation.WRITE, Operation.DESCRIBE)) {
        all.add(new Grant(service, operation, Kind.TRANSACTIONAL_ID, id));
      }
    }
    Topic.readBy(service)
        .forEach(topic -> all.add(new Grant(service, Operation.READ, Kind.TOPIC, topic.address())));
    if (!Topic.readBy(service).isEmpty()) {
      all.add(new Grant(service, Operation.READ, Kind.GROUP, service + "-service"));
    }
    return all;
  }

  /** A service has one leader; each gateway tells for itself, on the partition of its number. */
  private static List<String> transactional(String service) {
    return service.equals(GATEWAY)
        ? IntStream.rangeClosed(1, MOST_GATEWAYS).mapToObj(n -> "gateway-audit-" + n).toList()
        : List.of(service + "-relay");
  }

  /**
   * A consumer outside the house: it reads the topics it was given, in a group of its own name.
   *
   * @param principal and group
   */
  public static List<Grant> ofConsumer(String principal, List<Topic> topics) {
    if (services().contains(principal)) {
      throw new IllegalArgumentException("a service, not a consumer: " + principal);
    }
    List<Grant> all = new ArrayList<>();
    topics.forEach(
        topic -> all.add(new Grant(principal, Operation.READ, Kind.TOPIC, topic.address())));
    all.add(new Grant(principal, Operation.READ, Kind.GROUP, principal));
    return all;
  }

  /** The options of {@code kafka-acls.sh} that give it. */
  public String options() {
    return "--add --force --allow-principal User:%s --operation %s --%s %s"
        .formatted(principal, operation.word, kind.option, name);
  }
}
